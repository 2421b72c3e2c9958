// Debian's Chromium through playwright-core, for the checkers that look at pages as a reader does.
import { createRequire } from 'node:module';
import path from 'node:path';

export const CHROMIUM = '/usr/bin/chromium'; // playwright-core is told not to look for a browser of its own
export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const require = createRequire(path.join(process.env.CHECKERS_HOME, 'npm/package.json'));
const { chromium } = require('playwright-core');

export const launch = (more = []) => chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...more] });
