// See ../html-search.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

// A little below what is reached on the real corpus.
const MARKS = { mrr: 0.92, recall: 0.95 };
const TOP = 5;

const [site, list] = process.argv.slice(2);
const folder = pathToFileURL(path.resolve(site)).href;

/** Edition, query and what is expected. */
const unescaped = text => text.replace(/\\u([0-9a-f]{4})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
const rows = fs.readFileSync(list, 'utf8').split('\n').filter(line => line && !line.startsWith('#')).map(line => {
  const [edition, query, expected] = line.split('\t');
  const names = expected.split(' ').map(name => name.replaceAll('_', ' ').split('|'));
  return { edition, query: unescaped(query), expected: names };
});

const browser = await launch();
const page = await (await browser.newContext()).newPage();
const faults = [];
page.on('pageerror', error => faults.push(`script error: ${error.message}`));
page.on('console', message => message.type() === 'error' && faults.push(`console: ${message.text()}`));
page.on('request', request => request.url().startsWith(`${folder}/`) || faults.push(`request: ${request.url()}`));
await page.goto(`${folder}/tim-kiem.html`);
const edition = JSON.parse(fs.readFileSync(path.join(site, '../view.json'), 'utf8')).edition.id;
const asked = rows.filter(row => row.edition === edition);
if (!asked.length) {
  console.error(`html-search: no query is for the edition ${edition}`);
  process.exit(2);
}

/** The name by which queries.tsv calls each hit. */
const answer = query => page.evaluate(async text => {
  const { core, hits, list } = await search(text);
  const items = await Promise.all(hits.slice(0, 30).map(hit => shown(core, hit, list)));
  return items.map((item, at) => {
    const link = item.querySelector('a');
    const href = link.getAttribute('href');
    if (core.entries[hits[at]].kind === 'term') return `=${link.textContent}`;
    return /^(?:e\/(.*)\.html|vb\/(.*)\.html)$/.exec(href)?.slice(1).find(Boolean) ?? href;
  });
}, query);

let [mrr, recall, searching] = [0, 0, 0];
for (const { query, expected } of asked) {
  const start = performance.now();
  const found = await answer(query);
  searching += performance.now() - start;
  // `a|b`: either answers.
  const rank = names => Math.min(...names.map(name => found.indexOf(name) + 1).filter(Boolean));
  const ranks = expected.map(names => (rank(names) === Infinity ? 0 : rank(names)));
  const first = Math.min(...ranks.filter(Boolean), Infinity);
  const within = ranks.filter(rank => rank > 0 && rank <= TOP).length / Math.min(TOP, expected.length);
  mrr += 1 / first;
  recall += within;
  if (first > 1 || within < 1) {
    const places = expected.map((names, at) => `${names.join('|')} ${ranks[at] || '-'}`).join(', ');
    console.log(`  «${query}»: ${places}; first is ${found[0] ?? 'nothing'}`);
  }
}
mrr /= asked.length;
recall /= asked.length;
await browser.close();

for (const fault of new Set(faults)) console.log(`  FAIL ${fault}`);
console.log(
  `html-search: edition=${edition} queries=${asked.length} mrr=${mrr.toFixed(3)} recall@${TOP}=${recall.toFixed(3)}` +
    ` (at least ${MARKS.mrr} and ${MARKS.recall}) mean_ms=${(searching / asked.length).toFixed(1)} faults=${faults.length}`,
);
process.exit(mrr < MARKS.mrr || recall < MARKS.recall || faults.length ? 1 : 0);
