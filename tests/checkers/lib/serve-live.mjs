// See ../serve-live.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { launch } from './browser.mjs';
import { Journey, sampleOffice, serve } from './steps.mjs';

const program = path.resolve(process.argv[2]);
const office = sampleOffice('serve');
const CLAUSE = 'corpus/excerpts/nd-2001-2010/dieu-5.md';
const PAGE = 'e/nd-2001-2010.dieu-5.html';
const clause = path.join(office, CLAUSE);
const whole = fs.readFileSync(clause, 'utf8');
const FORMER = 'hồ sơ giấy.';
assert(whole.includes(FORMER) && whole.includes('topics:'));
const save = text => fs.writeFileSync(clause, text);

const { running: serving, address } = serve(program, ['serve', 'mau', '--port', '0'], /http:\/\/localhost:\d+\//, { cwd: office });
const home = await address;

const browser = await launch();
const course = new Journey('serve-live');
const { problems } = course;
const step = (name, work) => course.step(name, work);

/** A page that tells of everything that goes wrong in it. */
async function open(address, options = {}) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
  page.setDefaultTimeout(10_000);
  course.watch(page, [404, 500, 503], `${address}: `);
  await page.goto(home + address);
  return page;
}

try {
  const page = await open(PAGE);
  const overlay = page.locator('.faults');
  const body = page.locator('main');

  await step('nothing is over a good page but the way to the PDF', async () => {
    await page.locator('.corner .pdf').waitFor();
    assert.equal(await overlay.count(), 0);
    assert.equal(await page.locator('.warnings').count(), 0);
  });
  await step('an edit is seen without touching the browser', async () => {
    save(whole.replace(FORMER, 'hồ sơ điện tử của trình duyệt.'));
    await body.getByText('hồ sơ điện tử của trình duyệt.').waitFor();
  });
  await step('the page stays where it was read', async () => {
    await page.evaluate(() => window.scrollTo(0, 150));
    const before = await page.evaluate(() => window.scrollY);
    save(whole.replace(FORMER, 'hồ sơ lần thứ hai.'));
    await body.getByText('hồ sơ lần thứ hai.').waitFor();
    await page.waitForFunction(at => Math.abs(window.scrollY - at) < 2, before);
  });
  await step('a fault is told over the last good page', async () => {
    save(whole.replace('topics:', 'topcis:'));
    await overlay.waitFor();
    const said = await overlay.innerText();
    for (const words of ['Cần sửa (1)', `${CLAUSE}:6:1`, 'lỗi CN104', 'khoá `topcis` không có', '6 | topcis: [thiet-bi]', '→ viết `topics`', 'trang của lần dựng tốt gần nhất']) {
      assert(said.includes(words), `«${words}» is not in «${said}»`);
    }
    assert(await body.getByText('hồ sơ lần thứ hai.').isVisible(), 'the last good page is gone');
    // The page is put together again while it is looked at.
    let box = await overlay.boundingBox();
    for (let tries = 0; !box && tries < 50; tries += 1) {
      await page.waitForTimeout(100);
      box = await overlay.boundingBox();
    }
    assert(box, 'the words have no place');
    assert(box.width > 600 && box.height < 800 * 0.75, `the words take ${JSON.stringify(box)}`);
    assert.equal(await overlay.evaluate(element => getComputedStyle(element).position), 'fixed', 'the words have no look');
  });
  await step('it can be folded by the keyboard, and stays so', async () => {
    await overlay.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await overlay.locator('.place').waitFor({ state: 'hidden' });
    save(whole.replace('topics:', 'topcis:').replace('confidence:', 'confidance:'));
    await overlay.getByText('Cần sửa (2)').waitFor();
    assert(await overlay.locator('.place').first().isHidden());
  });
  await step('another page opened meanwhile has the words too', async () => {
    const other = await open('index.html', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
    await other.locator('.faults').waitFor();
    assert(await other.evaluate(() => document.documentElement.scrollWidth <= 360), 'it is wider than the screen');
    save(whole);
    await other.locator('.faults').waitFor({ state: 'detached' });
    await other.context().close();
  });
  await step('mended, the words go away', async () => {
    await overlay.waitFor({ state: 'detached' });
    await body.getByText(FORMER).waitFor();
  });
  await step('a warning is a count', async () => {
    save(whole.replace(FORMER, 'hồ sơ giấy gồm:'));
    const warnings = page.locator('.warnings');
    await warnings.getByText('Cảnh báo: 1').waitFor();
    assert.equal(await overlay.count(), 0);
    assert(await warnings.locator('.place').isHidden());
    await warnings.locator('summary').click();
    assert((await warnings.innerText()).includes(CLAUSE));
    save(whole);
    await warnings.waitFor({ state: 'detached' });
  });
  await step('nothing of it is printed', async () => {
    await page.emulateMedia({ media: 'print' });
    assert(await page.locator('.corner').isHidden());
    await page.emulateMedia({ media: 'screen' });
  });
  await step('a page that is not there comes by itself', async () => {
    const absent = await open('e/nd-2001-2010.dieu-6.html');
    await absent.getByText('Không có trang này').waitFor();
    const added = path.join(office, 'corpus/excerpts/nd-2001-2010/dieu-6.md');
    fs.writeFileSync(added, whole.replace('dieu-5', 'dieu-6').replace('Điều 5', 'Điều 6').replace(FORMER, 'điều thứ sáu.'));
    await absent.locator('main').getByText('điều thứ sáu.').waitFor();
    fs.rmSync(added);
    await absent.getByText('Không có trang này').waitFor();
    await absent.context().close();
  });
  await step('the PDF stands beside the page', async () => {
    const beside = await open(`pdf#${PAGE}`);
    await beside.frameLocator('#site').locator('main').getByText(FORMER).waitFor();
    await beside.waitForFunction(() => document.getElementById('note').textContent !== '' || document.getElementById('pdf').src);
    const note = beside.locator('#note');
    if ((await note.textContent()).includes('không kèm Typst')) {
      assert(await beside.locator('#pdf').isHidden());
      console.log('  this program makes no PDF: only the note about that was seen');
      return;
    }
    await beside.waitForFunction(() => document.getElementById('note').textContent === '', undefined, { timeout: 120_000 });
    const former = await beside.locator('#pdf').getAttribute('src');
    assert.match(former, /^\/~\/booklet\.pdf\?[0-9a-f]{64}-\d+#.*&nameddest=nd-2001-2010\.dieu-5$/);
    const file = async () => Buffer.from(await (await fetch(`${home}~/booklet.pdf`)).arrayBuffer());
    const before = await file();
    assert.equal(before.subarray(0, 5).toString(), '%PDF-');
    assert.equal(await beside.locator('.pdf').count(), 0, 'the way to the PDF is not shown within it');
    save(whole.replace(FORMER, 'hồ sơ của bản in.'));
    await beside.frameLocator('#site').locator('main').getByText('hồ sơ của bản in.').waitFor();
    for (let tries = 0; (await file()).equals(before); tries += 1) {
      assert(tries < 600, 'the PDF is not made again');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    await beside.context().close();
  });
  await step('the end of the command is told', async () => {
    // A page that has just been loaded must have the server's words before the server ends.
    await page.locator('a.pdf').first().waitFor();
    serving.removeAllListeners('exit');
    serving.kill('SIGINT');
    await page.locator('.gone').waitFor({ timeout: 30_000 });
    assert((await page.locator('.gone').innerText()).includes('đã dừng'));
    assert(await body.getByText('hồ sơ').first().isVisible());
    // That nothing answers is no problem of the page.
    for (let at = problems.length - 1; at >= 0; at -= 1) if (/ERR_(CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE|CONNECTION_RESET)/.test(problems[at])) problems.splice(at, 1);
  });
} finally {
  await browser.close();
  serving.removeAllListeners('exit');
  serving.kill();
  fs.rmSync(office, { recursive: true, force: true });
}

course.end();
