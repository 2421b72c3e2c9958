// What a reader meets on a published site, by the recipe of docs/publishing.md: for html-journeys.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const RECIPE = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../docs/publishing.md');

/** The headers of the recipe, and the pattern of what a browser may keep for ever. */
export function recipe() {
  const text = fs.readFileSync(RECIPE, 'utf8');
  const [, lines] = /```http\n([^`]+)```/.exec(text) ?? [];
  const [, pattern] = /location ~ "([^"]+)"/.exec(text) ?? [];
  assert(lines && pattern, 'docs/publishing.md has no headers, or no pattern of what is kept for ever');
  const headers = lines.trim().split('\n').map(line => line.split(/: (.*)/s).slice(0, 2));
  return { headers: Object.fromEntries(headers), forEver: new RegExp(pattern) };
}

/** What is wrong with the names of the files that a browser may keep for ever: each must name what it holds. */
export function keptForEver(site) {
  const { forEver } = recipe();
  const all = fs.readdirSync(site, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name));
  const names = all.map(file => [file, path.relative(site, file).split(path.sep).join('/')]);
  const kept = names.filter(([, name]) => forEver.test(`/${name}`));
  const isSearch = name => name.startsWith('search/');
  const faults = kept.filter(([file, name]) => !isSearch(name) && !name.includes(`.${createHash('sha256').update(fs.readFileSync(file)).digest('hex').slice(0, 8)}.`)).map(([, name]) => `${name} is kept for ever, and is not named by what it holds`);
  const wanted = ['.css', '.js', '.woff2'].filter(ending => !kept.some(([, name]) => name.endsWith(ending))).map(ending => `no file ${ending} is kept for ever`);
  const pages = kept.filter(([, name]) => name.endsWith('.html')).map(([, name]) => `the page ${name} is kept for ever`);
  return [...faults, ...wanted, ...pages];
}

export function publishing({ site, view, known }) {
  const audience = known.audiences[0].key;
  const topic = known.topics[0].key;
  const missing = journey => Object.assign(journey, { isMissing: true });
  const single = `${view.edition.id}.html`;

  const either = {
    async 'a topic names its feed, and it is there'(page, home) {
      await page.goto(`${home}chu-de/${topic}.html`);
      const feeds = await page.locator('head link[type="application/atom+xml"]').evaluateAll(all => all.map(link => link.getAttribute('href')));
      assert.deepEqual(feeds, ['../feed.xml', `../chu-de/${topic}.xml`]);
      assert.equal(await page.locator('.follow a').getAttribute('href'), `../chu-de/${topic}.xml`);
      assert(fs.existsSync(path.join(site, 'chu-de', `${topic}.xml`)));
    },
    async 'what differs from the last release is said on the first page'(page, home) {
      await page.goto(`${home}index.html`);
      const said = (await page.locator('main').textContent()).replace(/\s+/g, ' ');
      if (view.released) assert(said.includes(view.released.line), view.released.line);
    },
    'an address that leads nowhere shows a page that looks and leads like the others': missing(async (page, home, isServed) => {
      // From a folder there is no server to show it.
      const lost = isServed ? ['khong-co.html', 'e/khong-co.html', `e/${known.id}x.html`, 'chu-de/khong-co/sau-nua.html'] : ['404.html'];
      for (const name of lost) {
        const answer = await page.goto(`${home}${name}`);
        if (isServed) assert.equal(answer.status(), 404);
        assert.equal(await page.locator('h1').textContent(), 'Không có trang này', name);
        const bar = await page.locator('.top').evaluate(it => getComputedStyle(it).borderBottomStyle);
        assert.equal(bar, 'solid', `${name}: no style`);
      }
    }),
    async 'the booklet in one file opens under the policy of the server'(page, home) {
      if (!fs.existsSync(path.join(site, single))) return;
      await page.goto(`${home}${single}`);
      assert.equal(await page.locator('.top').evaluate(it => getComputedStyle(it).borderBottomStyle), 'solid');
    },
  };

  const withScript = {
    'from an address that leads nowhere to the first page, and to what was meant': missing(async (page, home, isServed) => {
      if (!isServed || view.edition.web_address) return;
      for (const name of ['khong-co.html', 'e/khong-co.html']) {
        await page.goto(`${home}${name}`);
        await page.locator('.brand a').click();
        await page.waitForURL(`${home}index.html`);
      }
      await page.goto(`${home}e/${known.id}.htm`);
      assert.equal(await page.inputValue('#o_tim'), known.id);
      await page.locator('form button').click();
      await page.waitForURL(/tim-kiem\.html\?q=/);
      await page.locator(`.results a[href="e/${known.id}.html"]`).waitFor();
    }),
    async 'the page of my duties is printed, and its address is taken along'(page, home, mayRead) {
      await page.addInitScript(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
      await page.goto(`${home}doi-tuong/${audience}.html?ngay=${view.edition.as_of.iso}`);
      await page.locator('.print-page').click();
      assert.equal(await page.evaluate(() => window.printed), 1);
      await page.locator('.copy-page').click();
      await page.waitForFunction(() => document.querySelector('.take [role=status]').textContent === 'Đã chép.');
      if (!mayRead) return;
      const text = await page.evaluate(() => navigator.clipboard.readText());
      const address = view.edition.web_address ? `${view.edition.web_address}/doi-tuong/${audience}.html` : `${home}doi-tuong/${audience}.html`;
      assert(text.includes(`${address}?ngay=${view.edition.as_of.iso}`), text);
      assert(text.includes(known.audiences[0].name), text);
    },
    async 'a spoken question is answered above the results'(page, home) {
      await page.goto(`${home}index.html`);
      const rows = page.locator('.answers tbody tr');
      if (!(await rows.count())) return;
      const row = rows.first();
      const [question, provision] = [await row.locator('td').first().textContent(), await row.locator('a').first().getAttribute('href')];
      await page.goto(`${home}tim-kiem.html?q=${encodeURIComponent(`xin hỏi ${question}`)}`);
      const answer = page.locator('.best-answer');
      await answer.waitFor();
      assert.equal(await answer.locator('h2').textContent(), question);
      assert((await answer.boundingBox()).y < (await page.locator('.result').first().boundingBox()).y, 'it is not above the results');
      const anchor = provision.split('#').at(-1).replace(/^.*\//, '').replace('.html', '');
      await answer.locator('.cite a').first().click();
      await page.waitForURL(/\/e\//);
      assert.equal(await page.locator('article.excerpt').getAttribute('id'), anchor);
    },
  };
  return { either, withScript };
}
