// See ../html-axe.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, require } from './browser.mjs';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [1280, 320];
const SCHEMES = ['light', 'dark'];

const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

function htmlFiles(place) {
  if (!fs.statSync(place).isDirectory()) return [place];
  return fs.readdirSync(place).sort().flatMap(name => {
    const inside = path.join(place, name);
    return fs.statSync(inside).isDirectory() || name.endsWith('.html') ? htmlFiles(inside) : [];
  });
}

/** index.html and the page of the search first, then pages evenly spread over the rest: the same pages on every run. */
function sample(files, max) {
  if (files.length <= max) return files;
  const index = files.filter(file => ['index.html', 'tim-kiem.html'].includes(path.basename(file))).slice(0, 2);
  const rest = files.filter(file => !index.includes(file));
  const wanted = max - index.length;
  return index.concat(Array.from({ length: wanted }, (_, i) => rest[Math.floor((i * rest.length) / wanted)]));
}

const counts = { wcag: 0, practice: 0, review: 0, overflow: 0, scripts: 0 };
const seen = new Map(); // what was found → how often and where first
function note(kind, what, times, where) {
  const key = `${kind} ${what}`;
  const entry = seen.get(key) ?? { times: 0, where };
  entry.times += times;
  seen.set(key, entry);
}

async function inspect(page, file, view) {
  const where = `${path.basename(file)} ${view}`;
  await page.goto(pathToFileURL(path.resolve(file)).href);
  await page.evaluate(axeSource);
  const result = await page.evaluate(values => globalThis.axe.run(document, { runOnly: values }), RULES);
  for (const violation of result.violations) {
    const isWcag = violation.tags.some(tag => tag.startsWith('wcag'));
    const nodes = violation.nodes.length;
    counts[isWcag ? 'wcag' : 'practice'] += nodes;
    note(isWcag ? 'FAIL' : 'note', violation.id, nodes, `${where} ${violation.nodes[0].target.join(' ')}`);
  }
  counts.review += result.incomplete.length;
  if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) {
    counts.overflow += 1;
    note('FAIL', 'horizontal overflow', 1, where);
  }
}

const all = htmlFiles(process.argv[2]);
const files = sample(all, Number(process.argv[3]));
const browser = await launch();
for (const colorScheme of SCHEMES) {
  for (const width of WIDTHS) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    page.on('pageerror', error => {
      counts.scripts += 1;
      note('FAIL', `script error: ${error.message}`, 1, path.basename(page.url()));
    });
    for (const file of files) await inspect(page, file, `${colorScheme} ${width}px`);
    await context.close();
  }
}
await browser.close();

for (const [what, { times, where }] of [...seen].sort()) console.log(`  ${what} x${times}, first ${where}`);
const views = files.length * SCHEMES.length * WIDTHS.length;
console.log(
  `html-axe: pages=${files.length} of=${all.length} views=${views} wcag_violations=${counts.wcag} horizontal_overflow_views=${counts.overflow}` +
    ` script_errors=${counts.scripts} best_practice=${counts.practice} needs_review=${counts.review}`,
);
process.exit(counts.wcag || counts.overflow || counts.scripts ? 1 : 0);
