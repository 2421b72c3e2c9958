// How large the pages of a site are: SITE BYTES PIXELS MAX. Bytes of every page; the height at 1280 px of the MAX largest pages of each folder.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const [site, bytes, pixels, most] = process.argv.slice(2).map((value, at) => (at ? Number(value) : path.resolve(value)));
// The booklet in one file is no page of the site: it is made to be sent.
const one = `${path.basename(path.dirname(site))}.html`;
const pages = fs.readdirSync(site, { recursive: true })
  .filter(name => name.endsWith('.html') && name !== one)
  .map(name => ({ name, size: fs.statSync(path.join(site, name)).size }))
  .sort((a, b) => b.size - a.size || (a.name < b.name ? -1 : 1));
if (!pages.length) {
  console.error(`no HTML page in ${site}`);
  process.exit(2);
}

const folders = Map.groupBy(pages, page => path.dirname(page.name));
const measured = [...folders.values()].flatMap(all => all.slice(0, most));
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
const page = await context.newPage();
for (const one of measured) {
  await page.goto(pathToFileURL(path.join(site, one.name)).href);
  one.height = await page.evaluate(async () => (await document.fonts.ready, document.documentElement.scrollHeight));
}
await browser.close();

const large = pages.filter(page => page.size > bytes);
const long = measured.filter(page => page.height > pixels);
for (const { name, size } of large) console.log(`${name}: ${size} bytes, more than ${bytes}`);
for (const { name, height } of long) console.log(`${name}: ${height} px at 1280 px width, more than ${pixels}`);
const highest = measured.reduce((one, other) => (other.height > one.height ? other : one));
console.log(`the largest: ${pages[0].name}; the longest of those measured: ${highest.name}`);
if (process.env.BUDGET_LIST) for (const { name, size, height } of measured) console.log(`${size}\t${height}\t${name}`);
console.log(`html-budget: pages=${pages.length} largest=${pages[0].size} measured=${measured.length} highest=${highest.height} failed=${large.length + long.length}`);
process.exit(large.length || long.length ? 1 : 0);
