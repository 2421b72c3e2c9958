// See ../html-journeys.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';
import { keptForEver, publishing, recipe } from './publishing.mjs';
import { serve } from './serve.mjs';

const site = path.resolve(process.argv[2]);
// Only journeys whose names have these words; all without.
const only = process.argv[3] ?? '';
// The whole output is served, so that a link to the folder of another edition would be found: <output>/<edition>/html/.
const output = path.resolve(site, '../..');
// As docs/publishing.md has a server do it: with its headers, and with the site's own page for what is not there.
const server = await serve(output, '/co-quan/cam-nang/', { headers: recipe().headers, missing: path.join(site, '404.html') });
const OUTPUTS = { file: `${pathToFileURL(output).href}/`, served: server.home };
const PLACES = Object.fromEntries(Object.entries(OUTPUTS).map(([place, home]) => [place, `${home}${path.relative(output, site)}/`]));

// An excerpt of this very edition, and what a reader knows of it.
const view = JSON.parse(fs.readFileSync(path.join(site, '../view.json'), 'utf8'));
const excerpts = view.parts.flatMap(part => part.chapters).flatMap(chapter => chapter.excerpts);
const known = excerpts.find(it => /^Khoản \d+ Điều \d+ .*\/\d{4}\//.test(it.citation) && it.title && it.topics.length && it.audiences.length);
assert(known, 'the edition has no excerpt to look for');
const bare = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
const own = `e/${known.id}.html`;

// The lives of the excerpts, as the edition tells them; one that was in another state before, and the last day of that.
const lives = view.web.lives.map(life => life.periods);
const on = (number, day) => lives[number - 1].findLast(period => (period.from ?? '') <= day);
const asOf = view.edition.as_of.iso;
const turned = excerpts.find(it => it.number > 1 && lives[it.number - 1].findIndex(period => period.own) > 0);
assert(turned, 'the edition has no excerpt that was ever in another state');
const before = new Date(Date.parse(on(turned.number, asOf).from) - 86_400_000).toISOString().slice(0, 10);
const short = day => day.split('-').reverse().join('/');
const squeezed = text => text.replace(/\s+/g, ' ').trim();
const inState = (key, day) => excerpts.filter(it => on(it.number, day).key === key).map(it => it.number);
/** Whatever is found on all sheets of a page, from the first on. */
async function onAllSheets(page, address, find) {
  const found = [];
  for (let next = address; next; ) {
    await page.goto(next);
    if (next.includes('ngay=')) await banner(page).waitFor();
    found.push(...(await find()));
    next = await page.evaluate(() => document.querySelector('.sheets [rel=next]')?.href);
  }
  return found;
}
/** A page with all its sheets, where it is cut; with a script. */
async function whole(page, address) {
  await page.goto(`${address}?tat-ca=1`);
  await page.locator('.sheets').first().waitFor({ state: 'detached' });
}
/** Lists made on a page of many excerpts show more of them on request. */
async function showAll(page) {
  for (const button of await page.locator('.more-lines').all()) while (await button.isVisible()) await button.click();
}
const banner = page => page.locator('.day-banner');
const status = (page, it) => page.locator(`[id="${it.anchor}"] > header > .status strong`).textContent();

// Editions beside this one in the output, and an excerpt that one of them prints too.
const editions = fs.readdirSync(output).filter(name => name !== view.edition.id && fs.existsSync(path.join(output, name, 'html/index.html')));
const read = name => JSON.parse(fs.readFileSync(path.join(output, name, 'view.json'), 'utf8'));
const others = editions.filter(name => view.web.editions.some(it => it.id === name)).map(read);
const idsOf = other => new Set(other.parts.flatMap(part => part.chapters).flatMap(chapter => chapter.excerpts).map(it => it.id));
const [shared] = others.flatMap(other => excerpts.filter(it => idsOf(other).has(it.id)).map(it => ({ it, other })));
// What leads to another edition: only its published address, which is not visited. Without one nothing does, also not to the folder beside.
const leadsTo = async (page, within, other) => {
  const hrefs = await page.locator(`${within} a`).evaluateAll(links => links.map(link => link.getAttribute('href')));
  assert(!hrefs.some(href => href.includes(`/${other.edition.id}/html/`)), `a link to the folder beside: ${hrefs}`);
  const address = `${other.edition.web_address}/`;
  return hrefs.filter(href => other.edition.web_address && href.startsWith(address)).map(href => href.slice(address.length));
};
const walkToOthers = {
  async 'the same excerpt in another edition, where its address is known'(page, home) {
    if (!shared) return;
    const { it, other } = shared;
    await page.goto(`${home}e/${it.id}.html`);
    assert.deepEqual(await leadsTo(page, '.elsewhere', other), other.edition.web_address ? [`e/${it.id}.html`] : []);
  },
  async 'from the list of editions to another, and to what is otherwise in it'(page, home) {
    for (const other of others) {
      await page.goto(`${home}index.html`);
      await page.locator(`.editions a[href="so-sanh/${other.edition.id}.html"]`).click();
      await page.waitForURL(url => url.pathname.endsWith(`so-sanh/${other.edition.id}.html`));
      assert((await page.locator('main').textContent()).includes(other.edition.title));
      // Added in the later of the two and no longer in it: what only one of them prints.
      const [own, theirs] = [new Set(excerpts.map(it => it.id)), idsOf(other)];
      const only = (one, of) => [...one].filter(id => !of.has(id)).length;
      const later = view.edition.as_of.iso > other.edition.as_of.iso;
      const wanted = later ? [only(own, theirs), only(theirs, own)] : [only(theirs, own), only(own, theirs)];
      // The first section, on whichever sheets it is.
      const heading = squeezed(await page.locator('.changes h2').first().textContent());
      const own_entries = (all, name) => all
        .filter(section => section.querySelector('h2')?.textContent.replace(/\s+/g, ' ').trim().startsWith(name))
        .flatMap(section => [...section.querySelectorAll('.c-added, .c-removed')].map(it => it.className));
      const entries = await onAllSheets(page, page.url(), () => page.locator('.changes').evaluateAll(own_entries, heading));
      const told = ['c-added', 'c-removed'].map(name => entries.filter(it => it.includes(name)).length);
      // A new version of a provision is told as changed.
      assert(told.every((n, at) => n <= wanted[at]) && wanted[0] - told[0] === wanted[1] - told[1], `${told} of ${wanted}`);
      await page.goto(`${home}index.html`);
      assert((await page.locator('.editions').textContent()).includes(other.edition.title));
      assert.deepEqual(await leadsTo(page, '.editions', other), other.edition.web_address ? [''] : []);
    }
  },
};
// The longest chapter with excerpts of more than one validity, those that are as its first, and one that is not.
const chapters = view.parts.flatMap(part => part.chapters);
// The filter is there where all of a chapter is on one sheet.
const isWhole = chapter => !fs.existsSync(path.join(site, `${chapter.id}_2.html`));
const mixed = chapters.filter(chapter => isWhole(chapter) && new Set(chapter.excerpts.map(it => it.status.key)).size > 1).sort((a, b) => b.excerpts.length - a.excerpts.length)[0];
assert(mixed, 'no chapter has excerpts of different validity');
const [{ status: chosen }] = mixed.excerpts;
const alike = mixed.excerpts.filter(it => it.status.key === chosen.key);
const other = mixed.excerpts.find(it => it.status.key !== chosen.key);

const isNarrow = page => page.viewportSize().width < 1000;
/** Opens what is folded where the screen is narrow. */
const unfold = async (page, within) => isNarrow(page) && page.locator(`${within} > .fold > summary`).click();

const count = page => page.locator('.count');
const results = page => page.locator('.results h2 a');
/** Waits until the count says what was found. */
const found = async page => {
  await page.waitForFunction(() => /^(Tìm thấy|Không)/.test(document.querySelector('.count').textContent), undefined, { timeout: 10_000 });
  return count(page).textContent();
};
const focused = page => page.evaluate(() => document.activeElement.id || document.activeElement.getAttribute('href') || document.activeElement.className);

/** How many clicks each question took. */
const figures = new Map();

const withScript = {
  async 'search from the first page finds by citation'(page, home) {
    await page.goto(`${home}index.html`);
    await page.getByRole('searchbox').fill(bare(known.citation));
    await page.getByRole('search').getByRole('button').first().click();
    await page.waitForURL(/tim-kiem\.html\?q=/);
    await found(page);
    assert.equal(await results(page).first().getAttribute('href'), own);
    await results(page).first().click();
    await page.waitForURL(new RegExp(`e/${known.id.replaceAll('.', '\\.')}\\.html`));
    assert.equal(squeezed(await page.locator('h1').textContent()), `${known.number} ${known.title}`);
    assert.equal(squeezed(await page.locator('.excerpt > header > .of').textContent()), known.citation);
  },
  async 'search from a page in a folder below'(page, home) {
    await page.goto(`${home}${own}`);
    await page.getByRole('searchbox').fill(known.title);
    await page.keyboard.press('Enter');
    await page.waitForURL(/tim-kiem\.html\?q=/);
    await found(page);
    const links = await results(page).evaluateAll(all => all.map(link => link.getAttribute('href')));
    assert(links.slice(0, 3).includes(own), `${known.title}: ${links.slice(0, 3)}`);
    assert((await page.locator('.results mark').count()) > 0, 'nothing is marked');
  },
  async 'filters narrow the results, and the address keeps them'(page, home) {
    await page.goto(`${home}tim-kiem.html?q=ipv6`);
    const before = Number(/\d+/.exec(await found(page))[0]);
    await page.locator('.filters summary').click();
    await page.selectOption('#loc_chu_de', known.topics[0].key);
    await page.selectOption('#loc_doi_tuong', known.audiences[0].key);
    await page.selectOption('#loc_hieu_luc', known.status.key);
    await page.waitForFunction(n => !document.querySelector('.count').textContent.includes(` ${n} `), before);
    const after = Number(/\d+/.exec(await found(page))?.[0] ?? 0);
    assert(after < before, `${after} of ${before}`);
    await page.goto(`${home}tim-kiem.html?chu-de=${known.topics[0].key}&doi-tuong=${known.audiences[0].key}&loai=excerpt`);
    // An audience finds what is tagged with it, and what binds it in any capacity.
    const [topic, audience] = [known.topics[0].key, known.audiences[0].key];
    const bound = new Set(view.web.audiences.filter(it => it.id === audience).flatMap(it => it.sections).flatMap(it => it.duties).map(it => it.excerpt));
    const is = (labels, key) => labels.some(label => label.key === key);
    const wanted = excerpts.filter(it => is(it.topics, topic) && (is(it.audiences, audience) || bound.has(it.number)));
    assert.equal(Number(/\d+/.exec(await found(page))[0]), wanted.length);
    assert.equal(await page.inputValue('#loc_chu_de'), known.topics[0].key);
    await page.locator('.clear').click();
    await page.waitForFunction(() => document.querySelector('.count').textContent === '');
  },
  async 'the keyboard alone'(page, home) {
    await page.goto(`${home}index.html`);
    await page.keyboard.press('/');
    assert.equal(await focused(page), 'o_tim');
    await page.keyboard.type('ipv6');
    await page.keyboard.press('Enter');
    await page.waitForURL(/tim-kiem\.html\?q=ipv6/);
    await found(page);
    assert.equal(await focused(page), 'o_tim');
    await page.keyboard.press('ArrowDown');
    const first = await results(page).first().getAttribute('href');
    assert.equal(await focused(page), first);
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await focused(page), first);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(page), 'o_tim');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    assert.equal(await focused(page), 'o_tim');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(url => url.href.includes(first.split('#')[0]));
  },
  async 'typing answers, and nothing found is said'(page, home) {
    await page.goto(`${home}tim-kiem.html`);
    await page.locator('#o_tim').pressSequentially('zzqq xxww');
    assert.match(await found(page), /^Không tìm thấy/);
    await page.locator('#o_tim').fill('ipv6');
    await page.waitForFunction(() => /^Tìm thấy/.test(document.querySelector('.count').textContent));
    const shown = await results(page).count();
    const more = page.locator('.more-results');
    if (await more.isVisible()) {
      await more.click();
      await page.waitForFunction(n => document.querySelectorAll('.results h2 a').length > n, shown);
    }
    assert.equal(await page.locator('.without-script').isVisible(), false);
  },
  async 'a chapter shows what is in force, and says what it hides'(page, home) {
    await page.goto(`${home}${mixed.id}.html`);
    await unfold(page, '.side');
    await page.selectOption('#loc_hien', chosen.key);
    const hidden = mixed.excerpts.length - alike.length;
    const said = page.locator('.filtered [role=status]');
    assert.match(await said.textContent(), new RegExp(`${hidden} trong ${mixed.excerpts.length} `));
    assert.equal(await page.locator('main .excerpt:visible').count(), alike.length);
    assert.equal(await page.locator('.in-chapter li:visible').count(), alike.length);
    // What is said stays in sight, and hides nothing that a link leads to.
    await page.locator('.in-chapter li:visible a').last().click();
    assert(await said.isVisible());
    const [bar, target] = await Promise.all(['.top', `[id="${alike.at(-1).anchor}"] > header`].map(it => page.locator(it).boundingBox()));
    assert(target.y >= bar.y + bar.height - 1, `the bar ends at ${bar.y + bar.height}, the excerpt begins at ${target.y}`);
    // A link to what is hidden shows it.
    await page.evaluate(hash => (location.hash = hash), other.anchor);
    await page.locator(`[id="${other.anchor}"]`).waitFor({ state: 'visible' });
    assert.equal(await said.textContent(), '');
    await unfold(page, '.side');
    await page.selectOption('#loc_hien', chosen.key);
    await page.locator('.filtered button').click();
    assert.equal(await page.locator('main .excerpt:visible').count(), mixed.excerpts.length);
    assert.equal(await page.locator('.filtered button').isVisible(), false);
  },
  async 'the contents mark what is being read'(page, home) {
    await page.goto(`${home}${mixed.id}.html`);
    const second = mixed.excerpts[1].anchor;
    await page.evaluate(id => document.getElementById(id).scrollIntoView(), second);
    await page.waitForFunction(id => document.querySelector('.in-chapter [aria-current]')?.hash === `#${id}`, second);
    assert.equal(await page.locator('.in-chapter [aria-current]').count(), 1);
    const bar = await page.locator('.find').boundingBox();
    assert(bar.y >= 0 && bar.y < 20, `the search is at ${bar.y}`);
  },
  async 'the search finds pages, and an id leads to its place'(page, home) {
    for (const [query, wanted] of [[known.id, own], [known.instrument_id, `vb/${known.instrument_id}.html`], [known.topics[0].name, `chu-de/${known.topics[0].key}.html`], [known.audiences[0].name, `doi-tuong/${known.audiences[0].key}.html`]]) {
      await page.goto(`${home}tim-kiem.html?q=${encodeURIComponent(query)}`);
      await found(page);
      const links = await results(page).evaluateAll(all => all.map(link => link.getAttribute('href')));
      assert(links.slice(0, 2).includes(wanted), `${query}: ${links.slice(0, 3)}`);
    }
  },
  async 'every page of the menu, by its link'(page, home) {
    await page.goto(`${home}index.html`);
    const names = await page.locator('.pages a').evaluateAll(all => all.map(link => link.getAttribute('href')));
    assert(names.length > 4);
    for (const name of names) {
      await unfold(page, '.pages');
      await page.locator(`.pages a[href="${name}"]`).click();
      await page.waitForURL(`${home}${name}`);
      assert.equal(await page.locator('.pages [aria-current]').getAttribute('href'), name);
      assert(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth + 1), `${name} is too wide`);
    }
  },
  async 'a citation is copied where there is no clipboard'(page, home, mayRead) {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto(`${home}${own}`);
    await page.locator('.copy-citation').click();
    await page.waitForFunction(() => document.querySelector('.copying [role=status]').textContent === 'Đã chép.');
    assert((await pasted(page)).includes(known.citation_full));
  },
  async 'a citation is copied'(page, home, mayRead) {
    await page.goto(`${home}${own}`);
    const button = page.locator('.copy-citation');
    await button.click();
    await page.waitForFunction(() => document.querySelector('.copying [role=status]').textContent === 'Đã chép.');
    const address = view.edition.web_address ? `${view.edition.web_address}/${own}` : `${home}${own}`;
    const text = await (mayRead ? page.evaluate(() => navigator.clipboard.readText()) : pasted(page));
    for (const part of [known.citation_full, view.edition.as_of.long, address]) assert(text.includes(part), `${text} lacks ${part}`);
  },
  async 'a day is chosen, told, kept while walking, and left again'(page, home) {
    await page.goto(`${home}theo-ngay.html`);
    await page.fill('#ngay', before);
    await page.locator('.days button').click();
    await page.waitForURL(url => url.searchParams.get('ngay') === before);
    await banner(page).waitFor();
    await showAll(page);
    for (const part of [`theo ngày ${short(before)}`, `(${short(asOf)})`, 'Lời văn', 'Danh sách việc']) assert((await banner(page).textContent()).includes(part), part);
    for (const { key } of view.web.states) {
      const lines = await page.locator(`[data-state="${key}"] li`).evaluateAll(all => all.map(it => Number(it.dataset.number)));
      assert.deepEqual(lines, inState(key, before), key);
      assert.equal(await page.locator(`[data-state="${key}"]`).isVisible(), lines.length > 0, key);
    }
    const key = on(turned.number, before).key;
    await page.selectOption('#trang_thai', key);
    assert.equal(await page.locator('[data-state]:visible').count(), 1);
    await page.locator(`li[data-number="${turned.number}"] a`).click();
    await page.waitForURL(url => url.pathname.endsWith(`${turned.id}.html`) && url.searchParams.get('ngay') === before);
    await banner(page).waitFor();
    assert.equal(await status(page, turned), on(turned.number, before).status);
    await page.locator('.more-of > summary').click();
    assert.match(squeezed(await page.locator('.life').textContent()), /ngày đang xem/);
    const [chosen, own] = await Promise.all(['.d-chosen', '.d-as-of'].map(line => page.locator(`.life svg ${line}`).boundingBox()));
    assert(chosen.x < own.x && chosen.height === own.height, 'the day is not drawn before that of the edition');
    assert.equal(await page.locator(`.excerpt.s-${key}`).count(), 1);
    await page.locator('.button[href*="#"]').click();
    await page.waitForURL(url => url.searchParams.get('ngay') === before && url.hash.length > 1);
    await banner(page).waitFor();
    for (const it of excerpts.filter(it => it.chapter === turned.chapter)) {
      assert.equal(await status(page, it), on(it.number, before).status, it.id);
      const line = page.locator(`.in-chapter li[data-excerpt="${it.number}"]`);
      assert.equal(await line.locator('.sign').textContent(), on(it.number, before).sign, it.id);
      assert(squeezed(await line.textContent()).endsWith(on(it.number, before).status), it.id);
    }
    await page.emulateMedia({ media: 'print' });
    assert(await banner(page).isVisible(), 'the banner is not printed');
    await page.emulateMedia({ media: null });
    await page.locator('.day-back').click();
    await page.waitForURL(url => !url.searchParams.has('ngay'));
    assert.equal(await banner(page).count(), 0);
    assert.equal(await status(page, turned), turned.status.text);
  },
  async 'lists of duties are those of the chosen day'(page, home) {
    for (const audience of view.web.audiences.filter(it => it.excerpts.length)) {
      await page.goto(`${home}doi-tuong/${audience.id}.html?ngay=${before}`);
      await banner(page).waitFor();
      const shown = await page.locator('.duty:visible').evaluateAll(all => all.map(it => [Number(it.dataset.excerpt), it.matches('.k-duty, .k-prohibition'), it.classList.contains('tick')]));
      for (const [number, binds, tick] of shown) {
        assert.equal(on(number, before).key, 'in-force', `${audience.id}: ${number}`);
        assert.equal(tick, binds, `${audience.id}: the box of ${number}`);
      }
      // What is of a later law than the day is gone, whatever the edition lists on its own day; so is what binds as whom the
      // audience is by law on other days only.
      const gone = await page.locator('.duty:not(:visible)').evaluateAll((all, day) => {
        const isOf = list => !(day < list?.dataset.from) && !(list?.dataset.until <= day);
        return all.filter(it => isOf(it.closest('.other-days, [data-from], [data-until]'))).map(it => Number(it.dataset.excerpt));
      }, before);
      assert(gone.every(number => on(number, before).key !== 'in-force'), audience.id);
      const lost = await page.locator('.in-page a:visible').evaluateAll(links => links.filter(link => !document.getElementById(decodeURIComponent(link.hash.slice(1)))?.checkVisibility()).length);
      assert.equal(lost, 0, `${audience.id}: a list to jump leads to what is hidden`);
    }
  },
  async 'checklists and the table of the chosen day have what the pages of audiences have'(page, home) {
    const shown = within => page.locator(`${within} .duty:visible`).evaluateAll(all => all.map(it => it.dataset.excerpt).sort());
    for (const [annex, file, start] of [['checklists', 'viec-can-lam', 'viec'], ['responsibilities', 'trach-nhiem', 'trach-nhiem']]) {
      const keys = (view[annex]?.groups ?? []).map(group => group.audience.key);
      const lists = new Map();
      for (const key of keys) {
        const all = await onAllSheets(page, `${home}doi-tuong/${key}.html?ngay=${before}`, () => shown('main'));
        lists.set(key, all.sort());
      }
      if (!keys.length) continue;
      // A list that goes on on the next sheet says what it is of; those of other days may be on another sheet than the list.
      const listed = new Map(keys.map(key => [key, []]));
      await onAllSheets(page, `${home}${file}.html?ngay=${before}`, async () => {
        for (const key of keys) {
          const id = `${start}-${key}`;
          const places = [`section[id="${id}"]`, `[data-of="${id}"]`, `main > .other-days[data-after="${id}"]`].map(place => `${place} .duty:visible`);
          listed.get(key).push(...(await page.locator(places.join(', ')).evaluateAll(all => all.map(it => it.dataset.excerpt))));
        }
        return [];
      });
      for (const key of keys) assert.deepEqual(listed.get(key).sort(), lists.get(key), `${file}: ${key}`);
    }
  },
  async 'the calendar stays that of the edition, and says what has passed by its day'(page, home) {
    const entries = (view.calendar?.groups ?? []).flatMap(group => group.entries);
    if (!entries.length) return;
    await page.goto(`${home}lich-viec.html?ngay=${before}`);
    await banner(page).waitFor();
    assert.equal(await page.locator('.calendar-table .passed .date .of-day:visible').count(), entries.filter(it => it.passed).length);
  },
  async 'the day stays behind where another edition begins'(page, home) {
    if (!shared) return;
    await page.goto(`${home}e/${shared.it.id}.html?ngay=${before}`);
    await banner(page).waitFor();
    assert.equal(await page.locator('.elsewhere a[href*="ngay="]').count(), 0);
  },
  async 'lists and results tell the chosen day'(page, home) {
    await page.goto(`${home}vb/${turned.instrument_id}.html?ngay=${before}`);
    await banner(page).waitFor();
    const line = page.locator(`.excerpt-lines li[data-excerpt="${turned.number}"]`).first();
    const period = on(turned.number, before);
    assert.equal((await line.textContent()).includes(period.status), period.key !== 'in-force');
    await page.goto(`${home}index.html?ngay=${before}`);
    await banner(page).waitFor();
    await page.getByRole('searchbox').fill(bare(turned.citation));
    await page.keyboard.press('Enter');
    await page.waitForURL(url => url.searchParams.get('ngay') === before && url.searchParams.has('q'));
    await found(page);
    const result = page.locator('.result').filter({ has: page.locator(`h2 a[href*="${turned.id}.html"]`) });
    await page.waitForFunction(() => document.querySelector('.result[data-day]'));
    assert.equal(await result.locator('.status strong').textContent(), period.status);
    await page.locator('#o_tim').fill('ipv6');
    await page.waitForURL(url => url.searchParams.get('q') === 'ipv6');
    assert.equal(new URL(page.url()).searchParams.get('ngay'), before);
  },
  async 'a day is written as in the country, whatever the language of the browser'(page, home) {
    const locale = await page.evaluate(() => navigator.language);
    const [year, month, day] = before.split('-').map(Number);
    const written = [`${day}/${month}/${year}`, short(before), `${day}.${month}.${year}`, `${day}-${month}-${year}`, `Ngày ${day} tháng ${month} năm ${year}`, `  ${day} / ${month} / ${year} `, before];
    for (const text of written) {
      await page.goto(`${home}theo-ngay.html`);
      assert.equal(await page.inputValue('#ngay'), short(asOf), locale);
      assert.equal(await page.locator('input[type=date]').count(), 0, 'a field in the language of the browser');
      await page.fill('#ngay', text);
      await page.keyboard.press('Enter');
      await page.waitForURL(url => url.searchParams.get('ngay') === before);
      await banner(page).waitFor();
      assert.equal(await page.inputValue('#ngay'), short(before), text);
      // An address that somebody has written by hand says the same.
      await page.goto(`${home}e/${turned.id}.html?ngay=${encodeURIComponent(text)}`);
      await banner(page).waitFor();
      assert.equal(await status(page, turned), on(turned.number, before).status, text);
    }
  },
  async 'what is no day is refused where it is written, and nothing is lost'(page, home) {
    for (const [file, field] of [['theo-ngay.html', '#ngay'], ['so-sanh.html', '#tu_ngay']]) {
      await page.goto(`${home}${file}`);
      const address = page.url();
      for (const wrong of ['31/02/2026', '11/30/2026', '1/7', '1/7/26', 'hôm nay', '0/1/2026', '1/13/2026', '<b>', '']) {
        await page.fill(field, wrong);
        await page.locator('.days button').click();
        const said = page.locator('.wrong-day');
        assert.equal(await said.getAttribute('role'), 'alert');
        assert.match(await said.textContent(), wrong ? /không phải là một ngày có trong lịch.*1\/7\/2026/ : /Chưa ghi ngày.*1\/7\/2026/);
        assert((await said.textContent()).includes(wrong && `«${wrong}»`), wrong);
        assert.equal(await page.locator(field).getAttribute('aria-invalid'), 'true');
        assert.equal(await focused(page), field.slice(1));
        assert.equal(await page.inputValue(field), wrong);
        assert.equal(page.url(), address);
      }
      await page.fill(field, short(before));
      await page.locator('.days button').click();
      await page.waitForURL(url => url.searchParams.get(file === 'theo-ngay.html' ? 'ngay' : 'tu') === before);
    }
  },
  async 'a wrong day is refused in words'(page, home) {
    for (const wrong of ['2014-02-30', '31/02/2014', '01/31/2014', '2014-1', '<img src=x onerror=alert(1)>']) {
      await page.goto(`${home}e/${turned.id}.html?ngay=${encodeURIComponent(wrong)}`);
      await page.getByRole('alert').waitFor();
      assert((await page.getByRole('alert').textContent()).includes(`«${wrong}»`), wrong);
      assert.equal(await status(page, turned), turned.status.text);
      assert.equal(await page.locator('a[href*="ngay="]').count(), 0);
    }
    // The page by day shows its form only when it has read the address.
    await page.goto(`${home}theo-ngay.html?ngay=${asOf}`);
    await page.locator('.days').waitFor();
    assert.equal(await banner(page).count(), 0);
  },
  async 'a day ahead is told as known on the day of the edition'(page, home) {
    await page.goto(`${home}index.html?ngay=9999-12-31`);
    await banner(page).waitFor();
    assert.match(await banner(page).textContent(), /đã biết vào ngày của ấn bản/);
  },
  async 'two days are compared'(page, home) {
    await page.goto(`${home}theo-ngay.html`);
    await page.locator('main a[href="so-sanh.html"]').click();
    await page.fill('#tu_ngay', before);
    await page.fill('#den_ngay', asOf);
    await page.locator('.days button').click();
    await page.waitForURL(url => url.searchParams.get('tu') === before);
    await page.waitForFunction(() => document.querySelector('.count').textContent);
    const wanted = excerpts.filter(it => on(it.number, before).key !== on(it.number, asOf).key);
    assert((await count(page).textContent()).includes(` ${wanted.length} trích dẫn`));
    await showAll(page);
    const told = await page.locator('.differences li a b').allTextContents();
    assert.deepEqual(told.map(Number).sort((a, b) => a - b), wanted.map(it => it.number));
    const entry = page.locator('.differences li').filter({ has: page.locator(`a[href$="${turned.id}.html"]`) });
    for (const day of [before, asOf]) assert((await entry.textContent()).includes(on(turned.number, day).status));
    assert.deepEqual([await page.inputValue('#tu_ngay'), await page.inputValue('#den_ngay')], [before, asOf].map(short));
    await page.goto(`${home}so-sanh.html?tu=${encodeURIComponent(short(asOf))}&den=${asOf}`);
    await page.waitForFunction(() => /không trích dẫn nào/.test(document.querySelector('.count').textContent));
    await page.goto(`${home}so-sanh.html?tu=2014-02-30&den=${asOf}`);
    await page.waitForFunction(() => /2014-02-30/.test(document.querySelector('.count').textContent));
    assert.equal(await page.locator('.differences li').count(), 0);
  },
};

/** The rows of a table as a spreadsheet reads them. */
function cells(csv) {
  assert(csv.startsWith('\ufeff'), 'nothing says that it is UTF-8');
  const rows = [[]];
  for (const [, quoted, plain, end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  assert.deepEqual(rows.pop(), []);
  return rows;
}

const downloaded = async (page, press) => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), rows: cells(fs.readFileSync(await download.path(), 'utf8')) };
};

// A page that is cut into sheets, and what its sheets have.
const [cut] = fs.readdirSync(site).filter(name => name.endsWith('_2.html')).map(name => name.replace('_2.html', '')).sort();
const placesOf = page => page.locator('main [id]:not([data-moved], [data-every-sheet] *)').evaluateAll(all => all.filter(it => !it.closest('svg')).map(it => it.id));
Object.assign(withScript, cut && {
  async 'a page in sheets is shown whole, and the address of a place leads to it'(page, home) {
    const places = await onAllSheets(page, `${home}${cut}.html`, () => placesOf(page));
    const last = places.findLast(id => !id.includes('_'));
    await page.goto(`${home}${cut}.html#${last}`);
    await page.waitForURL(url => url.pathname.includes(`${cut}_`) && decodeURIComponent(url.hash) === `#${last}`);
    await page.locator(`[id="${last}"]:not([data-moved])`).waitFor();
    await page.locator('.sheets .whole').first().click();
    await page.waitForURL(url => url.searchParams.has('tat-ca'));
    await page.locator('.sheets').first().waitFor({ state: 'detached' });
    assert.deepEqual(await placesOf(page), places);
    assert.equal(await page.locator('[data-again], [data-goes-on], .places').count(), 0);
    assert.equal(await page.locator('h1').count(), 1);
    assert(!(await page.locator('main').textContent()).includes('(tiếp theo)'));
  },
  async 'a sheet that cannot be opened is missed aloud'(page, home) {
    await page.route(`**/${cut}_2.html`, route => route.abort());
    await page.goto(`${home}${cut}.html?tat-ca=1`);
    await page.locator('.sheets [role=alert]').first().waitFor();
    assert(await page.locator('.sheets').first().isVisible());
  },
});

const hasForm = Boolean(view.report_form?.groups.length);
Object.assign(withScript, hasForm && {
  async 'what is filled in stays on the device until it is cleared'(page, home) {
    await whole(page, `${home}mau-bao-cao.html`);
    const said = page.locator('.form-said');
    assert.match(await said.textContent(), /giữ trong trình duyệt của thiết bị này/);
    const [field, remark, proposal] = ['.fields input', '.remark textarea', '.closing textarea'].map(it => page.locator(it).first());
    const chosen = page.locator('.report-table input[type=radio]').nth(1);
    await field.fill('Sở Thử nghiệm');
    await remark.fill('Đang làm,\nxong quý sau');
    await proposal.fill('Kiến nghị “một”');
    await chosen.check();
    await page.reload();
    await said.waitFor();
    for (const [place, value] of [[field, 'Sở Thử nghiệm'], [remark, 'Đang làm,\nxong quý sau'], [proposal, 'Kiến nghị “một”']]) assert.equal(await place.inputValue(), value);
    assert(await chosen.isChecked());
    page.once('dialog', dialog => dialog.dismiss());
    await page.locator('.clear-form').click();
    assert.equal(await field.inputValue(), 'Sở Thử nghiệm', 'cleared without being sure');
    page.once('dialog', dialog => dialog.accept());
    await page.locator('.clear-form').click();
    assert.match(await said.textContent(), /Đã xoá/);
    await page.reload();
    await said.waitFor();
    for (const place of [field, remark, proposal]) assert.equal(await place.inputValue(), '');
    assert.equal(await chosen.isChecked(), false);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
  },
  async 'what is filled in is taken away as a table without formulas'(page, home) {
    await page.goto(`${home}mau-bao-cao.html`);
    const formula = '=HYPERLINK("http://a.b","x")';
    await page.locator('.fields input').first().fill('Sở "Một", tỉnh Hai');
    await page.locator('.remark textarea').first().fill(formula);
    await page.locator('.remark textarea').nth(1).fill('  +1');
    await page.locator('.report-table input[type=radio]').first().check();
    // What is filled in on any sheet is in the one table.
    while (!(await page.locator('.closing').count())) await Promise.all([page.waitForEvent('load'), page.locator('.sheets [rel=next]').first().click()]);
    await page.locator('.closing textarea').fill('@a\nb');
    const { name, rows } = await downloaded(page, () => page.locator('.save-form').click());
    assert.match(name, /^mau-bao-cao.*\.csv$/);
    const [heads, ...lines] = rows;
    const fields = view.report_form.fields.map(field => field.name);
    assert.deepEqual(heads.slice(0, fields.length), fields);
    assert.deepEqual(heads.slice(fields.length), ['Đối tượng', 'Với tư cách', 'Việc', 'Quy định', 'Kết quả', view.words.remarks]);
    const duties = view.report_form.groups.flatMap(group => group.sections.flatMap(section => section.duties.map(duty => ({ group, duty }))));
    assert.equal(lines.length, duties.length + 1);
    assert(lines.every(line => line.length === heads.length && line[0] === 'Sở "Một", tỉnh Hai'));
    const [{ group, duty }] = duties;
    const [audience, , what, provision, answer, remarks] = lines[0].slice(fields.length);
    assert.equal(audience, group.audience.name);
    assert(what.includes(duty.verb) && provision.includes(duty.excerpt.citation), `${what} ${provision}`);
    assert.equal(answer, view.report_form.answers[0].name);
    assert.equal(remarks, `'${formula}`);
    assert.equal(lines[1].at(-1), "'  +1");
    assert.equal(lines.at(-1).at(-1), "'@a\nb");
    assert(!lines.flat().some(text => /^\s*[=+\-@]/.test(text)), 'a formula');
  },
  async 'a form says where nothing can be kept'(page, home) {
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('refused', 'SecurityError'); } }));
    await page.goto(`${home}mau-bao-cao.html`);
    assert.match(await page.locator('.form-said').textContent(), /không cho giữ/);
    await page.locator('.fields input').first().fill('Sở Một');
    const { rows } = await downloaded(page, () => page.locator('.save-form').click());
    assert.equal(rows[1][0], 'Sở Một');
  },
  async 'what was filled in for a duty that is gone is not lost, and never at another'(page, home) {
    await page.goto(`${home}mau-bao-cao.html`);
    await page.locator('.remark textarea').first().fill('của việc thứ nhất');
    // As if the first duty read otherwise in the next edition of the page.
    await page.evaluate(() => {
      const [key] = Object.keys(localStorage);
      localStorage.setItem(key, localStorage.getItem(key).replace(/(\\",\\"remark)/, ' (cũ)$1'));
    });
    await page.reload();
    const filled = await page.locator('.remark textarea').evaluateAll(all => all.filter(it => it.value).length);
    assert.equal(filled, 0);
    const { rows } = await downloaded(page, () => page.locator('.save-form').click());
    assert.equal(rows.at(-1).at(-1), 'của việc thứ nhất');
    assert.match(rows.at(-1).join('|'), /không còn trong danh sách/);
  },
  async 'a form is printed with what is filled in, and without its buttons'(page, home) {
    await page.addInitScript(() => (window.print = () => (window.wasPrinted = true)));
    await page.goto(`${home}mau-bao-cao.html`);
    await page.locator('.print-form').click();
    await page.waitForFunction(() => window.wasPrinted);
    assert.equal(await page.locator('.report-table tbody tr').count(), view.report_form.groups.flatMap(group => group.sections.flatMap(section => section.duties)).length);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.form-tools').isVisible(), false);
    assert(await page.locator('.fields input').first().isVisible());
    await page.emulateMedia({ media: null });
  },
});
Object.assign(withScript, view.checklists?.groups.length && {
  async 'a list is ticked on the page, kept, and taken away'(page, home) {
    await page.goto(`${home}viec-can-lam.html`);
    const boxes = page.locator('.tick-box');
    const shown = await boxes.count();
    assert.equal(shown, await page.locator('.checklist:not(.other-days) li.tick').count());
    assert(shown > 0);
    await boxes.nth(0).check();
    await page.reload();
    assert.deepEqual([await boxes.nth(0).isChecked(), await page.locator('.tick-box:checked').count()], [true, 1]);
    const { rows } = await downloaded(page, () => page.locator('.save-form').click());
    const total = await boxes.count();
    assert.equal(await page.locator('.sheets').count(), 0);
    assert.deepEqual(rows[0].slice(0, 3), ['Đối tượng', 'Với tư cách', 'Việc']);
    assert.equal(rows.length, total + 1);
    assert.equal(rows.filter(row => row[4] === 'Đã xong').length, 1);
  },
});

/** What the clipboard holds, by pasting it into the search box. */
async function pasted(page) {
  await page.locator('#o_tim').fill('');
  await page.locator('#o_tim').press('Control+V');
  return page.inputValue('#o_tim');
}

/** With a script and without. */
const either = {
  async 'the first key leads to the content, and what has the focus is seen'(page, home) {
    await page.goto(`${home}${mixed.id}.html`);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), '#noi_dung');
    assert((await page.locator('.skip:focus').boundingBox()).y >= 0, 'the skip link is not in sight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const inside = () => page.evaluate(() => Boolean(document.activeElement.closest('main')));
    assert(await inside(), 'the next stop is not in the content');
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none');
    // Nothing that gets the focus lies below the bar or the contents at the foot.
    for (let stop = 0; stop < 12 && (await inside()); stop++) {
      const covered = await page.evaluate(() => {
        const box = document.activeElement.getClientRects()[0];
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return Boolean(top?.closest('.top, .side'));
      });
      assert(!covered, `${await focused(page)} is covered`);
      await page.keyboard.press('Tab');
    }
  },
  async 'the contents of a chapter, one touch away'(page, home) {
    await page.goto(`${home}${mixed.id}.html`);
    const links = page.locator('.in-chapter a:visible');
    assert.equal(await links.count(), isNarrow(page) ? 0 : mixed.excerpts.length);
    await unfold(page, '.side');
    assert.equal(await links.count(), mixed.excerpts.length);
    assert.deepEqual(await page.locator('.in-chapter .sign').allTextContents(), mixed.excerpts.map(it => it.status.sign));
    await links.last().click();
    await page.waitForURL(url => url.hash === `#${mixed.excerpts.at(-1).anchor}`);
    const box = await page.locator(`[id="${mixed.excerpts.at(-1).anchor}"] > header`).boundingBox();
    assert(box.y >= 0 && box.y < 800, `the excerpt is at ${box.y}`);
  },
  async 'two clicks from the first page to the duties of an office'(page, home) {
    await page.goto(`${home}index.html`);
    await page.locator('.me summary').click();
    await page.locator(`.me a[data-audience="${known.audiences[0].key}"]`).click();
    await page.waitForURL(/doi-tuong\//);
    assert((await page.locator('.checklist li:visible, .excerpt-lines li:visible').count()) > 0, 'the page of the office lists nothing');
  },
  async 'the first answer is seen at once, and one click leads to its provision'(page, home) {
    await page.goto(`${home}index.html`);
    const rows = page.locator('.answers tbody tr');
    if (!(await rows.count())) return;
    const { y } = await rows.first().boundingBox();
    assert(y < page.viewportSize().height * 0.75, `the first answer is ${y} px down`);
    await leads(page, rows.locator('a').first());
  },
  async 'the next day is on the first page, and one click leads to its provision'(page, home) {
    await page.goto(`${home}index.html`);
    const days = page.locator('.dates > li');
    if (!(await days.count())) return;
    await leads(page, days.first().locator('a'));
  },
};

/** Clicks a link, and is at an excerpt that is seen. */
async function leads(page, link) {
  await link.click();
  await page.waitForURL(url => url.pathname.includes('/e/') || url.hash.length > 1);
  const anchor = decodeURIComponent(new URL(page.url()).hash.slice(1));
  const place = anchor ? page.locator(`[id="${anchor}"]`) : page.locator('article.excerpt');
  const box = await place.locator('header').first().boundingBox();
  assert(box.y >= 0 && box.y < page.viewportSize().height, `the excerpt is at ${box.y}`);
  return place.getAttribute('id');
}

// The three questions with which readers of the real booklet come. Each ends at its provision in at most two clicks, or by one search.
const QUESTIONS = [
  { question: 'must our portal run IPv6', within: '.answers tbody tr', says: /[Cc]ổng.*IPv6/, search: 'cổng thông tin IPv6', ends: ['nd-224-2026.dieu-11.khoan-4'] },
  { question: 'when do we register needs', within: '.dates > li', says: /đăng ký nhu cầu/, search: 'đăng ký nhu cầu', ends: ['tt-06-2026.dieu-11.khoan-1.diem-a'] },
  { question: 'we buy a switch', within: '.answers tbody tr', says: /[Mm]ua thiết bị/, search: 'mua thiết bị', ends: ['nd-147-2024.dieu-18.khoan-2'] },
];
for (const { question, within, says, search, ends } of QUESTIONS) {
  if (!ends.every(id => excerpts.some(it => it.id === id))) continue;
  either[`${question}: by clicks`] = async (page, home) => {
    await page.goto(`${home}index.html`);
    const clicks = [page.locator(within).filter({ hasText: says }).locator('a').first()];
    const reached = await leads(page, clicks[0]);
    assert(ends.includes(reached), `${reached} after ${clicks.length} click`);
    figures.set(question, `${clicks.length} click`);
  };
  withScript[`${question}: by a search`] = async (page, home) => {
    await page.goto(`${home}index.html`);
    await page.getByRole('searchbox').fill(search);
    await page.keyboard.press('Enter');
    await page.waitForURL(/tim-kiem\.html\?q=/);
    await found(page);
    const links = await results(page).evaluateAll(all => all.map(link => link.getAttribute('href')));
    assert(ends.some(id => links.slice(0, 5).includes(`e/${id}.html`)), `${search}: ${links.slice(0, 5)}`);
  };
}
Object.assign(withScript, {
  async 'my office is chosen once, and kept in the address and on the device'(page, home) {
    await page.goto(`${home}index.html`);
    const { key, name } = known.audiences[0];
    await page.locator('.me summary').click();
    await page.locator(`.me a[data-audience="${key}"]`).click();
    await page.waitForURL(/doi-tuong\//);
    await page.goBack();
    assert.equal(new URL(page.url()).searchParams.get('co-quan'), key);
    assert.equal(await page.locator('.mine a').textContent(), name);
    await page.goto(`${home}index.html`);
    assert.equal(await page.locator('.mine a').textContent(), name, 'not kept on the device');
    await page.locator('.mine a').click();
    await page.waitForURL(url => url.pathname.endsWith(`doi-tuong/${key}.html`));
  },
  async 'my office comes from the address where nothing is kept'(page, home) {
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('refused', 'SecurityError'); } }));
    const { key, name } = known.audiences[0];
    await page.goto(`${home}index.html?co-quan=${key}`);
    assert.equal(await page.locator('.mine a').textContent(), name);
    await page.goto(`${home}index.html?co-quan=khong-co`);
    assert.equal(await page.locator('.mine').isVisible(), false);
  },
});

const withoutScript = {
  async 'no filter that does nothing'(page, home) {
    await page.goto(`${home}${mixed.id}.html`);
    await unfold(page, '.side');
    assert.equal(await page.locator('.status-filter').isVisible(), false);
    assert.equal(await page.locator('.filtered button').isVisible(), false);
    assert.equal(await page.locator('main .excerpt:visible').count(), mixed.excerpts.length);
  },
  async 'the page of the search says how to find'(page, home) {
    await page.goto(`${home}index.html`);
    await page.getByRole('searchbox').fill('ipv6');
    await page.keyboard.press('Enter');
    await page.waitForURL(/tim-kiem\.html\?q=ipv6/);
    assert(await page.locator('.without-script').isVisible());
    assert.match(await page.locator('.without-script').textContent(), /Ctrl\+F/);
    await page.locator('.without-script a[href="van-ban.html"]').click();
    await page.waitForURL(/van-ban\.html/);
  },
  async 'no button that does nothing'(page, home) {
    await page.goto(`${home}${own}`);
    assert.equal(await page.locator('.copy-citation').isVisible(), false);
    await page.goto(`${home}tim-kiem.html`);
    assert.equal(await page.locator('.filters').isVisible(), false);
  },
};

Object.assign(withScript, walkToOthers);
Object.assign(withoutScript, cut && {
  async 'without a script the address of a place has a link that leads on'(page, home) {
    const places = await onAllSheets(page, `${home}${cut}.html`, () => placesOf(page));
    const last = places.findLast(id => !id.includes('_'));
    await page.goto(`${home}${cut}.html#${last}`);
    const link = page.locator(`a[id="${last}"][data-moved]`);
    const folded = page.locator('details.places:not([open])', { has: link });
    if (await folded.count()) await folded.locator('summary').click();
    await link.click();
    await page.waitForURL(url => url.pathname.includes(`${cut}_`) && decodeURIComponent(url.hash) === `#${last}`);
  },
});
Object.assign(withoutScript, walkToOthers, {
  async 'without a script a form can be filled in, and has no button that does nothing'(page, home) {
    if (!hasForm) return;
    await page.goto(`${home}mau-bao-cao.html`);
    assert.equal(await page.locator('.form-tools').isVisible(), false);
    await page.locator('.fields input').first().fill('Sở Một');
  },
  async 'without a script the page by day says so, and lists every life'(page, home) {
    await page.goto(`${home}theo-ngay.html?ngay=${before}`);
    assert(await page.locator('.without-script').isVisible());
    assert.equal(await page.locator('.days').isVisible(), false);
    const lines = page.locator('[data-state] li');
    const all = await onAllSheets(page, `${home}theo-ngay.html`, () => lines.evaluateAll(all => all.map(it => [it.dataset.number, it.textContent])));
    assert.equal(all.length, excerpts.length);
    const own = all.find(([number]) => Number(number) === turned.number)[1];
    for (const period of lives[turned.number - 1]) assert(own.includes(period.days));
    await page.goto(`${home}so-sanh.html?tu=${before}&den=${asOf}`);
    assert(await page.locator('.without-script').isVisible());
  },
  async 'without a script the life line remains'(page, home) {
    await page.goto(`${home}e/${turned.id}.html?ngay=${before}`);
    assert.equal(await status(page, turned), turned.status.text);
    assert((await page.locator('.life').textContent()).includes(on(turned.number, asOf).days));
  },
});

const published = publishing({ site, view, known });
Object.assign(either, published.either);
Object.assign(withScript, published.withScript);

const browser = await launch();
let [journeys, failed, requests] = [0, 0, 0];
for (const fault of keptForEver(site)) {
  failed += 1;
  console.log(`  FAIL ${fault}`);
}
for (const [place, home] of Object.entries(PLACES)) {
  for (const javaScriptEnabled of [true, false]) {
    for (const [width, colorScheme] of [[1280, 'light'], [1280, 'dark'], [360, 'light'], [360, 'dark']]) {
      for (const [name, journey] of Object.entries({ ...either, ...(javaScriptEnabled ? withScript : withoutScript) })) {
        if (!name.includes(only)) continue;
        // Half of the readers have a browser in another language.
        const locale = colorScheme === 'dark' ? 'en-US' : 'vi-VN';
        const context = await browser.newContext({ javaScriptEnabled, colorScheme, locale, acceptDownloads: true, viewport: { width, height: 800 } });
        if (place === 'served') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        const page = await context.newPage();
        page.setDefaultTimeout(15_000);
        const faults = [];
        page.on('pageerror', error => faults.push(`script error: ${error.message}`));
        // A browser says of a page that is not there that it is not.
        const isAsked = message => !(journey.isMissing && /404 \(Not Found\)/.test(message.text()));
        page.on('console', message => message.type() === 'error' && isAsked(message) && faults.push(`console: ${message.text()}`));
        page.on('request', request => {
          requests += 1;
          if (!request.url().startsWith(OUTPUTS[place])) faults.push(`request: ${request.url()}`);
        });
        journeys += 1;
        try {
          await journey(page, home, place === 'served');
          if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)) faults.push('horizontal overflow');
        } catch (error) {
          faults.push(error.message.split('\n')[0]);
        }
        if (faults.length) {
          failed += 1;
          for (const fault of new Set(faults)) console.log(`  FAIL ${place} ${javaScriptEnabled ? '' : 'no script '}${width}px ${colorScheme}: ${name}: ${fault}`);
        }
        await context.close();
      }
    }
  }
}
await browser.close();
server.close();
for (const [question, figure] of figures) console.log(`  ${question}: ${figure}`);
console.log(`html-journeys: edition=${view.edition.id} journeys=${journeys} failed=${failed} requests=${requests}`);
process.exit(failed || !journeys ? 1 : 0);
