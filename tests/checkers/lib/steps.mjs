// Steps of a journey through a program that serves pages, for the checkers that go one: what went wrong is gathered, and said at the end.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SAMPLE = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../sample/corpus');

/** A folder of its own with a copy of the invented sample corpus. */
export function sampleOffice(name) {
  const office = fs.mkdtempSync(path.join(os.tmpdir(), `camnang-${name}-`));
  fs.cpSync(SAMPLE, path.join(office, 'corpus'), { recursive: true });
  return office;
}

/** Starts a program, and gives it with the address of this pattern that it prints. */
export function serve(program, args, pattern, options) {
  const running = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'], ...options });
  const address = new Promise((resolve, reject) => {
    let said = '';
    running.stdout.on('data', data => {
      said += data;
      const found = pattern.exec(said);
      if (found) resolve(found[0]);
    });
    running.on('exit', code => reject(new Error(`the program ended with ${code}: ${said}`)));
    running.on('error', reject);
  });
  return { running, address };
}

/** The steps of one checker. Each goes on from where the one before has left the page; after a problem no other is tried. */
export class Journey {
  problems = [];
  #steps = 0;
  #name;

  constructor(name) {
    this.#name = name;
  }

  async step(name, work) {
    if (this.problems.length) return;
    try {
      await work();
      this.#steps += 1;
    } catch (error) {
      this.problems.push(`${name}: ${error.message.split('\n').slice(0, 8).join(' | ')}`);
    }
  }

  /** Gathers what goes wrong in a page, but for answers with these statuses, which a checker asks for. */
  watch(page, statuses, where = '') {
    const expected = new RegExp(`status of (${statuses.join('|')})`);
    const add = text => this.problems.push(`${where}${text}`);
    page.on('pageerror', error => add(error.message));
    page.on('console', message => {
      if (message.type() === 'error' && !expected.test(message.text())) add(message.text());
    });
  }

  /** Says what was found, and ends the checker. */
  end() {
    for (const problem of this.problems) console.log(`  ${problem}`);
    console.log(`${this.#name}: ${this.#steps} steps, ${this.problems.length} problems`);
    process.exit(this.problems.length ? 1 : 0);
  }
}
