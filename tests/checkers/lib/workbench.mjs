// See ../workbench.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { launch, require } from './browser.mjs';
import { Journey, sampleOffice, serve } from './steps.mjs';

const program = path.resolve(process.argv[2]);
const pictures = process.argv[3];
const office = sampleOffice('workbench');
const RECORD = 'records/excerpt/nd-2001-2010.dieu-5';
const clause = path.join(office, 'corpus/excerpts/nd-2001-2010/dieu-5.md');
const whole = fs.readFileSync(clause, 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Starts the program, and gives it with the address that it prints. */
const start = (args = ['edit', '--no-open'], options = {}) => serve(program, args, /http:\/\/localhost:\d+\/open\S+/, { cwd: office, ...options });

/** A second start prints an address that was not used. */
async function another() {
  const { running, address } = start();
  const found = await address;
  await new Promise(resolve => (running.exitCode === null ? running.on('exit', resolve) : resolve()));
  return found;
}

let { running, address } = start();
let next = await address;
const home = new URL('/', next).href;
const browser = await launch();
const course = new Journey('workbench');
const { problems } = course;
const step = (name, work) => course.step(name, work);

/** A browser in which the workbench was opened. It tells of everything that goes wrong in its pages. */
async function open(options = {}, at = null) {
  const context = await browser.newContext({ locale: 'vi-VN', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  course.watch(page, [404, 409, 403]);
  await page.goto(at ?? next);
  if (!at) next = await another();
  return page;
}

const focused = page => page.evaluate(() => document.activeElement?.id || document.activeElement?.name || '');

/** Goes on with the Tab key until a control has the focus. */
async function tabTo(page, wanted, key = 'Tab') {
  for (let presses = 0; presses < 400; presses += 1) {
    if ((await focused(page)) === wanted) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the Tab key does not lead to ${wanted}`);
}

/** Types as Unikey does: the letters without marks first, and at each mark the letters from there are deleted and sent again. */
async function unikey(page, words) {
  const bare = words.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
  let typed = '';
  for (const [at, letter] of [...bare].entries()) {
    await page.keyboard.type(letter);
    typed += letter;
    const now = [...words].slice(0, at + 1).join('');
    const same = [...typed].findIndex((sign, place) => sign !== [...now][place]);
    if (same < 0) continue;
    const rest = [...now].slice(same).join('');
    for (let times = [...typed].length - same; times > 0; times -= 1) await page.keyboard.press('Backspace');
    for (const sign of rest) await page.keyboard.insertText(sign);
    typed = now;
  }
  assert.equal(typed, words);
}

const checks = page => page.evaluate(() => Number(document.getElementById('record')?.dataset.checked ?? 0));
async function checked(page, before) {
  await page.waitForFunction(before => Number(document.getElementById('record').dataset.checked ?? 0) > before, before);
}

async function inspect(page, where) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
  if (overflow) problems.push(`${where}: wider than the window`);
  await page.evaluate(axeSource).catch(() => {});
  const result = await page.evaluate(values => globalThis.axe.run(document, { runOnly: values }), RULES);
  for (const violation of result.violations) {
    problems.push(`${where}: ${violation.id}: ${violation.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', ')}`);
  }
}

const TEXT = 'Máy bịa đời cũ phải được nghiệm thu, rồi mới đưa vào dùng; thử nghiệm thường xuyên.';
const SIZES = { wide: { width: 1280, height: 900 }, narrow: { width: 360, height: 740 } };

async function journey(size) {
  const page = await open({ viewport: SIZES[size] });
  await step(`${size}: the first page shows what waits`, async () => {
    assert.match(await page.locator('h1').textContent(), /Việc đang chờ/);
    assert.equal(new URL(page.url()).pathname, '/', 'the key does not stay in the address');
  });
  await step(`${size}: a clause is found without marks and opened by the keyboard`, async () => {
    await tabTo(page, 'q');
    await page.keyboard.type('nd-2001-2010 dieu 5');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search/);
    await page.locator(`a[href="/${RECORD}"]`).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#record');
  });
  await step(`${size}: text is typed as an input method types it`, async () => {
    await tabTo(page, 'k-body');
    await page.keyboard.press('Control+End');
    const former = await page.locator('#k-body').inputValue();
    await page.keyboard.press('Enter');
    const before = await checks(page);
    await unikey(page, TEXT);
    await checked(page, before);
    const now = await page.locator('#k-body').inputValue();
    assert.equal(now.replace(former.trimEnd(), '').trim(), TEXT);
    assert.equal(await focused(page), 'k-body', 'a check leaves the focus where it is');
    assert.match(await page.locator('#state').textContent(), /Chưa lưu/);
  });
  await step(`${size}: a fault is shown at its field, and goes when it is put right`, async () => {
    await tabTo(page, 'k-checked-on', 'Shift+Tab');
    const good = await page.locator('#k-checked-on').inputValue();
    let before = await checks(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('41');
    await checked(page, before);
    const finding = page.locator('.at-field[data-path="checked-on"] .error');
    await finding.waitFor();
    assert.match(await finding.textContent(), /Lỗi/);
    before = await checks(page);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await page.keyboard.type(good);
    await finding.waitFor({ state: 'detached' });
  });
  await step(`${size}: what is not saved outlasts the page`, async () => {
    assert.equal(fs.readFileSync(clause, 'utf8'), whole, 'nothing is in the corpus before it is saved');
    await page.goto(home);
    await page.goto(home + RECORD);
    assert.match(await page.locator('.notice').first().textContent(), /chưa lưu/);
    assert((await page.locator('#k-body').inputValue()).includes(TEXT));
  });
  await step(`${size}: it is saved, and seen`, async () => {
    await tabTo(page, 'k-body');
    await page.keyboard.press('Control+s');
    await page.waitForURL(/saved=/);
    assert.match(await page.locator('.notice').first().textContent(), /Đã lưu/);
    assert.equal(fs.readFileSync(clause, 'utf8'), `${whole}\n${TEXT}`);
    assert((await page.locator('#k-body').inputValue()).includes(TEXT));
  });
  await step(`${size}: the save is undone`, async () => {
    await page.locator('.notice button').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !document.getElementById('k-body').value.includes('nghiệm thu'));
    assert.equal(fs.readFileSync(clause, 'utf8'), whole);
  });
  await page.context().close();
}

/** A fix is pressed, and what it has made is thrown away. */
async function fixes(size) {
  const page = await open({ viewport: SIZES[size] });
  await step(`${size}: the fix of a finding is a button, pressed by the keyboard`, async () => {
    await page.goto(home + RECORD);
    const before = await checks(page);
    await page.locator('#k-at').focus();
    await page.keyboard.press('Control+a');
    await unikey(page, 'điều 5');
    await checked(page, before);
    await page.locator('.at-field[data-path="at"] button[name=fix]').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.getElementById('k-at').value === 'Điều 5');
    await page.waitForFunction(() => !document.querySelector('.at-field[data-path="at"] li'));
    assert.equal(fs.readFileSync(clause, 'utf8'), whole, 'a fix is not saved by itself');
  });
  await step(`${size}: words are inserted where the cursor is, by a button alone`, async () => {
    await page.goto(home + RECORD);
    if (await page.locator('button[value=discard]').count()) await page.locator('button[value=discard]').click();
    const body = page.locator('#k-body');
    const former = await body.inputValue();
    await body.focus();
    await page.keyboard.press('Control+End');
    const before = await checks(page);
    await page.locator('#cited').focus();
    await page.keyboard.type('nd-2001-2010.dieu-7');
    assert.equal(await body.inputValue(), former, 'nothing is put in before it is asked for');
    await page.keyboard.press('Enter');
    assert((await body.inputValue()).trimEnd().endsWith('[[nd-2001-2010.dieu-7]]'));
    assert.equal(await focused(page), 'k-body');
    await page.locator('#insert button').first().click();
    assert((await body.inputValue()).trimEnd().endsWith('[[nd-2001-2010.dieu-7]]\n\na) …;\nb) …'));
    await checked(page, before);
    await page.goto(home + RECORD);
    await page.locator('button[value=discard]').click();
    await page.waitForFunction(former => document.getElementById('k-body').value === former, former);
    assert.equal(fs.readFileSync(clause, 'utf8'), whole);
  });
  await step(`${size}: a deadline is chosen by its kind`, async () => {
    await page.goto(`${home}records/excerpt/nd-2002-2019.dieu-4`);
    const due = page.locator('select[name^="due:"]').last();
    await due.evaluate(field => { for (let at = field.closest('details'); at; at = at.parentElement.closest('details')) at.open = true; });
    const day = page.locator('.field.deadline').last().locator('.due-day');
    assert.equal(await day.isVisible(), false);
    await due.selectOption('day');
    await day.waitFor();
    await due.selectOption('keys');
    await day.waitFor({ state: 'hidden' });
  });
  await page.context().close();
}

const LAW = `<html><body><p>NGHỊ ĐỊNH</p><p>Số: 7/2030/NĐ-XX</p><p>Điều 1. Phạm vi</p><p>1. Nghị định này quy định về máy bịa.</p>
<p>2. Máy thật không thuộc phạm vi.</p><p>Điều 2. Hiệu lực</p><p>Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2030.</p></body></html>`;

/** A law is sent, its provisions ticked and made drafts of, and these undone. */
async function imports() {
  const page = await open({ viewport: SIZES.narrow });
  await step('a law is imported and its provisions are ticked', async () => {
    await page.goto(`${home}files`);
    await page.locator('#file').setInputFiles({ name: 'nd-7.html', mimeType: 'text/html', buffer: Buffer.from(LAW) });
    await page.locator('#instrument').fill('nd-7-2030');
    await page.locator('#kind').selectOption('portal');
    await page.locator('main button.main').click();
    await page.waitForURL(/\/drafts\/nd-7-2030/);
    await inspect(page, 'drafts');
    await page.locator('input[name=at][value="khoản 1 Điều 1"]').check();
    await page.locator('input[name=at][value="Điều 2"]').check();
    await page.locator('button[value=look]').focus();
    await page.keyboard.press('Enter');
    const imported = page.url();
    await page.locator('button[value=save]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(url => /saved=/.test(url.href) && url.href !== imported);
    assert(fs.existsSync(path.join(office, 'corpus/excerpts/nd-7-2030/dieu-2.md')));
  });
  await step('the drafts are undone at once', async () => {
    await page.locator('.notice button').first().click();
    await page.waitForURL(url => !/drafts.*saved=/.test(url.href));
    assert(!fs.existsSync(path.join(office, 'corpus/excerpts/nd-7-2030/dieu-2.md')));
  });
  await page.context().close();
}

/** A guided step: its questions are answered, what it would write is looked at, written, and undone as one. */
async function guides(size) {
  const page = await open({ viewport: SIZES[size] });
  const amended = path.join(office, 'corpus/excerpts/tt-2003-2021/dieu-5.sua-2031.md');
  const instrument = path.join(office, 'corpus/instruments/nd-2006-2030.yaml');
  const former = fs.readFileSync(instrument, 'utf8');
  await step(`${size}: a clause is amended by the keyboard, and nothing is written before it was looked at`, async () => {
    await page.goto(`${home}records/excerpt/tt-2003-2021.dieu-5`);
    await page.locator('a[href^="/new/amendment"]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/new\/amendment/);
    await tabTo(page, 'k-by');
    await page.keyboard.type('nd-2006-2030');
    await tabTo(page, 'k-on');
    for (const part of ['1', '3', '2031']) {
      await page.keyboard.type(part);
      await page.keyboard.press('Tab');
    }
    await tabTo(page, 'k-at');
    await unikey(page, 'khoản 1 Điều 1');
    await page.keyboard.press('Enter');
    await page.locator('input[name=looked]').waitFor({ state: 'attached' });
    assert(!fs.existsSync(amended));
    assert.match(await page.locator('main').textContent(), /sua-2031[^]*amends/);
    await inspect(page, `a guided step ${size}`);
    if (pictures) await page.screenshot({ path: path.join(pictures, `amendment-${size}.png`), fullPage: true });
    await tabTo(page, 'action');
    await page.locator('button[value=save]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/saved=/);
    assert(fs.existsSync(amended) && fs.readFileSync(instrument, 'utf8').includes('amends'));
  });
  await step(`${size}: its three files are undone as one`, async () => {
    await page.locator('.notice button').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/history/);
    assert(!fs.existsSync(amended));
    assert.equal(fs.readFileSync(instrument, 'utf8'), former);
  });
  await page.context().close();
}

/** A start without a corpus: a new booklet is begun, in a home of its own. */
async function begins(size) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'camnang-home-'));
  const env = { ...process.env, HOME: folder, USERPROFILE: folder, XDG_STATE_HOME: path.join(folder, 'state'), PATH: '' };
  const bare = start([], { cwd: folder, env });
  const page = await open({ viewport: SIZES[size] }, await bare.address);
  await step(`${size}: a new booklet is begun by the keyboard`, async () => {
    await inspect(page, `start ${size}`);
    if (pictures) await page.screenshot({ path: path.join(pictures, `start-${size}.png`), fullPage: true });
    await tabTo(page, 'title');
    await unikey(page, 'Cẩm nang thử');
    await tabTo(page, 'issuer');
    await unikey(page, 'Nhóm biên soạn');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /Cẩm nang thử/.test(document.querySelector('.brand').textContent));
    assert(fs.existsSync(path.join(folder, 'cam-nang/cam-nang-thu/corpus/settings.yaml')));
  });
  await step(`${size}: the sample is opened in its place`, async () => {
    await page.goto(new URL('/start', page.url()).href);
    await page.locator('button[value=sample]').click();
    await page.waitForFunction(() => /Bộ mẫu/.test(document.querySelector('.brand').textContent));
  });
  await page.context().close();
  bare.running.kill();
  fs.rmSync(folder, { recursive: true, force: true });
}

async function publishes(size) {
  const page = await open({ viewport: SIZES[size] });
  await step(`${size}: an edition is looked at as it is saved`, async () => {
    await page.goto(`${home}publish`);
    await page.locator('main .records a').first().click();
    const [shown] = await Promise.all([page.context().waitForEvent('page'), page.locator('#look').click()]);
    await shown.waitForSelector('h1');
    assert.equal(new URL(shown.url()).hostname, '127.0.0.1', 'an output is another site than the workbench');
    assert.equal(await shown.evaluate(() => document.cookie), '');
    await shown.close();
  });
  await step(`${size}: it is built, and the built page opened`, async () => {
    await page.locator('button[value=build]').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('#task .fine, #task .error');
    assert.match(await page.locator('#task').textContent(), /Xong/);
    const link = page.locator('#built a[target][href$=".html"]').first();
    const [shown] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await shown.waitForSelector('h1');
    const reached = await shown.evaluate(home => fetch(`${home}history`).then(() => 'read', () => 'refused'), home);
    assert.equal(reached, 'refused', 'a page of an output reads nothing of the workbench');
    await shown.close();
  });
  await step(`${size}: an output is downloaded`, async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#built a[download]').first().click()]);
    assert.match(download.suggestedFilename(), /^mau/);
    assert(fs.statSync(await download.path()).size > 1000);
  });
  await page.context().close();
}

async function withoutScript() {
  const page = await open({ viewport: SIZES.wide, javaScriptEnabled: false });
  await step('without script: a clause is edited, saved, and the save undone', async () => {
    await page.goto(home + RECORD);
    await page.locator('#k-body').fill(`${TEXT}\n`);
    await page.locator('button.main').click();
    await page.waitForURL(/saved=/);
    assert(fs.readFileSync(clause, 'utf8').endsWith(`---\n${TEXT}\n`));
    await page.locator('.notice button').click();
    assert.equal(fs.readFileSync(clause, 'utf8'), whole);
  });
  await step('without script: a topic is added, and undone', async () => {
    const vocabulary = path.join(office, 'corpus/vocabulary.yaml');
    const former = fs.readFileSync(vocabulary, 'utf8');
    await page.goto(`${home}new/vocabulary.topics`);
    await page.locator('#k-item-name').fill('Việc bịa');
    await page.locator('button[value=look]').click();
    await page.locator('button[value=save]').click();
    await page.waitForURL(/saved=/);
    assert(fs.readFileSync(vocabulary, 'utf8').includes('id: viec-bia'));
    await page.locator('.notice button').first().click();
    await page.waitForURL(/saved=/);
    assert.equal(fs.readFileSync(vocabulary, 'utf8'), former);
    await page.goto(home + RECORD);
  });
  await step('without script: English is one button away', async () => {
    await page.locator('.language button').click();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.equal(await page.locator('.actions button').textContent(), 'Save');
  });
  await page.context().close();
}

const PAGES = {
  overview: '', list: 'records/excerpt', record: RECORD, instrument: 'records/instrument/nd-2001-2010', edition: 'records/edition/mau',
  vocabulary: 'records/vocabulary/-', history: 'history', clause: 'new/excerpt?instrument=nd-2001-2010', search: 'search?q=dieu', editions: 'publish', files: 'files', publish: 'publish/mau/-', missing: 'khong-co',
  steps: 'new', amendment: 'new/amendment', ending: 'new/ending', topic: 'new/vocabulary.topics', department: 'new/departments.groups.departments',
};

async function looks() {
  for (const colorScheme of ['light', 'dark']) {
    const page = await open({ colorScheme });
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      for (const [name, address] of Object.entries(PAGES)) {
        await step(`${name} at ${size}, ${colorScheme}`, async () => {
          await page.goto(home + address);
          await inspect(page, `${name} ${size} ${colorScheme}`);
          if (pictures) await page.screenshot({ path: path.join(pictures, `${name}-${size}-${colorScheme}.png`) });
        });
      }
    }
    await page.context().close();
  }
}

try {
  await journey('wide');
  await journey('narrow');
  await begins('wide');
  await begins('narrow');
  await fixes('wide');
  await fixes('narrow');
  await imports();
  await guides('wide');
  await guides('narrow');
  await publishes('wide');
  await publishes('narrow');
  await withoutScript();
  await looks();
} finally {
  await browser.close();
  running.kill();
  fs.rmSync(office, { recursive: true, force: true });
}
course.end();
