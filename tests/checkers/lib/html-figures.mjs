// See ../html-figures.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const site = path.resolve(process.argv[2]);
/** A longer page, on a screen of 360, begins with a list to jump. */
const LONG = 12_000;
/** A list that leads to places of its page only. What leads to other sheets of a page that is cut is no list of this one. */
const LIST = 'main .jump:not(:has(a:not([href^="#"])))';
const within = folder => fs.readdirSync(folder, { withFileTypes: true }).flatMap(entry => (entry.isDirectory() ? within(path.join(folder, entry.name)) : [path.join(folder, entry.name)]));
const isMoved = file => /http-equiv="?refresh/.test(fs.readFileSync(file, 'utf8'));
const pages = within(site).filter(file => file.endsWith('.html') && !isMoved(file)).sort();

/** In the page: what is wrong with its figures. Boxes are those that the browser has drawn. */
function figures() {
  const faults = [];
  const seen = [...document.querySelectorAll('main svg.drawing')].filter(svg => svg.checkVisibility() && svg.getBoundingClientRect().width > 0);
  const boxOf = place => place.getBoundingClientRect();
  // A pixel of play: letters have room of their own in their boxes.
  const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  for (const svg of seen) {
    const name = svg.querySelector('title')?.textContent ?? svg.closest('[id]')?.id ?? 'figure';
    const say = what => faults.push(`${name}: ${what}`);
    const texts = [...svg.querySelectorAll('text')].map(text => ({ words: text.textContent, role: text.getAttribute('class'), box: letters(text, svg) }));
    const frame = boxOf(svg);
    for (const { words, box } of texts) {
      if (box.left < frame.left - 2 || box.right > frame.right + 2 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2) say(`"${words}" is out of the figure`);
    }
    texts.forEach((one, at) => texts.slice(at + 1).filter(other => meets(one.box, other.box)).forEach(other => say(`"${one.words}" over "${other.words}"`)));
    for (const stroke of strokes(svg)) {
      for (const { words } of texts.filter(({ box }) => meets(stroke, box))) say(`an arrow or the line of the day strikes through "${words}"`);
    }
    const bars = svg.querySelectorAll('.d-in-force, .d-past, .d-partly-ended, .d-not-commenced, .d-suspended, .d-not-applicable, .d-uncertain');
    for (const bar of bars) {
      const box = boxOf(bar);
      // The question mark is in the bar of which it speaks.
      for (const { words } of texts.filter(text => text.role !== 't-doubt' && meets(box, text.box))) say(`"${words}" over a bar`);
    }
  }
  return { faults, count: seen.length };

  /** Letters without the room for marks above and below that a font reserves. */
  function letters(text, svg) {
    const { left, right, bottom, height } = boxOf(text);
    const size = Number(text.getAttribute('font-size')) * (boxOf(svg).width / svg.viewBox.baseVal.width);
    const line = boxOf(svg).top + Number(text.getAttribute('y')) * (boxOf(svg).height / svg.viewBox.baseVal.height);
    return { left, right, top: line - size * 0.8, bottom: line + size * 0.15, bottomOfBox: bottom, height };
  }

  /** Every stroke of an arrow, its head and the line of the day, as thin boxes. */
  function strokes(svg) {
    const scale = boxOf(svg).width / svg.viewBox.baseVal.width;
    const { left, top } = boxOf(svg);
    const found = [];
    for (const arrow of svg.querySelectorAll('.d-arrow, .d-arrow-pending, .d-arrow-head, .d-as-of')) {
      for (const line of arrow.getAttribute('d').split('M').filter(Boolean)) {
        const points = [...line.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => [left + x * scale, top + y * scale]);
        points.slice(1).forEach(([x, y], at) => {
          const [fromX, fromY] = points[at];
          found.push({ left: Math.min(x, fromX) - 1.5, right: Math.max(x, fromX) + 1.5, top: Math.min(y, fromY) - 1.5, bottom: Math.max(y, fromY) + 1.5 });
        });
      }
    }
    return found;
  }
}

/** In the page: how high it is, and what is wrong with the list with which it begins. */
function jumps([long, its]) {
  const height = document.documentElement.scrollHeight;
  const list = document.querySelector(its);
  const faults = [];
  if (height > long && !list) faults.push(`${height} px and no list to jump`);
  if (!list) return { height, faults };
  const title = document.querySelector('main h1, main').getBoundingClientRect();
  const box = list.getBoundingClientRect();
  if (!list.checkVisibility()) faults.push('the list to jump is not seen');
  if (box.top - title.top > 2 * innerHeight) faults.push(`the list to jump is ${Math.round(box.top - title.top)} px down`);
  const links = [...list.querySelectorAll('a[href]')];
  if (links.length < 2) faults.push('a list of fewer than two links');
  let before = -Infinity;
  for (const link of links) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const name = link.textContent.trim();
    if (!name) faults.push('a link without words');
    if (!target?.checkVisibility()) faults.push(`"${name}" leads nowhere`);
    if (link.tabIndex < 0) faults.push(`"${name}" is out of reach of the keyboard`);
    const { top } = target?.getBoundingClientRect() ?? { top: before };
    if (top < before) faults.push(`"${name}" is above the one before it`);
    before = top;
  }
  return { height, faults };
}

const browser = await launch();
let [failed, figuresSeen, longPages, highest] = [0, 0, 0, 0];
for (const width of [360, 1280]) {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  for (const file of pages) {
    await page.goto(pathToFileURL(file).href);
    const { faults, count } = await page.evaluate(figures);
    figuresSeen += count;
    if (width === 360) {
      const jump = await page.evaluate(jumps, [LONG, LIST]);
      faults.push(...jump.faults);
      highest = Math.max(highest, jump.height);
      if (jump.height > LONG) longPages += 1;
      if (jump.height > LONG && !jump.faults.length) faults.push(...(await walk(page)));
    }
    failed += faults.length;
    for (const fault of new Set(faults)) console.log(`  FAIL ${width}px ${path.relative(site, file)}: ${fault}`);
  }
  await context.close();
}
await browser.close();
console.log(`html-figures: pages=${pages.length} figures=${figuresSeen} long=${longPages} highest=${highest} failed=${failed}`);
process.exit(failed || !pages.length ? 1 : 0);

/** The last link of the list, by keyboard alone: the place it leads to is in sight, below the bar. */
async function walk(page) {
  const last = page.locator(`${LIST} a`).last();
  await last.focus();
  await page.keyboard.press('Enter');
  const hash = await last.evaluate(link => link.hash);
  await page.waitForURL(url => url.hash === hash);
  const seen = await page.evaluate(() => {
    const { top } = document.getElementById(decodeURIComponent(location.hash.slice(1))).getBoundingClientRect();
    const bar = document.querySelector('.top')?.getBoundingClientRect().bottom ?? 0;
    return top >= bar - 1 && top < innerHeight;
  });
  return seen ? [] : ['the last link of the list leads out of sight'];
}
