// Images of pages, for html_pages.py: SITE LIST FOLDER. Written in the fonts of the booklet, so that those of a machine make no difference.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const SCREENS = { wide: { width: 1280, height: 1200 }, phone: { width: 360, height: 1200 }, paper: { width: 720, height: 1040 } };

const [site, list, folder] = process.argv.slice(2);
const fonts = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../templates/fonts');
const face = (family, file, weight, style) =>
  `@font-face { font-family: ${family}; font-weight: ${weight}; font-style: ${style}; src: url("data:font/ttf;base64,${fs.readFileSync(path.join(fonts, file)).toString('base64')}"); }`;
const STYLES = [['Regular', 400, 'normal'], ['Bold', 700, 'normal'], ['Italic', 400, 'italic'], ['BoldItalic', 700, 'italic']];
const faces = [['booklet-serif', 'LiberationSerif'], ['booklet-sans', 'LiberationSans']].flatMap(([family, file]) =>
  STYLES.filter(([name]) => fs.existsSync(path.join(fonts, `${file}-${name}.ttf`))).map(([name, weight, style]) => face(family, `${file}-${name}.ttf`, weight, style)));
const OWN_FONTS = `${faces.join('\n')}
  :root { --serif: booklet-serif; --sans: booklet-sans, booklet-serif; --mono: booklet-sans, booklet-serif; }
  .drawing { font-family: booklet-sans, booklet-serif !important; }
  .hash { visibility: hidden; }`; // of a file that is made anew with every change of a template

const browser = await launch(['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb']);
for (const line of fs.readFileSync(list, 'utf8').split('\n')) {
  if (!line || line.startsWith('#')) continue;
  const [name, address, screen, colorScheme] = line.split('\t');
  const file = path.join(path.resolve(site), address.split(/[?#]/)[0]);
  if (!fs.existsSync(file)) continue;
  const context = await browser.newContext({ viewport: SCREENS[screen], colorScheme, bypassCSP: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (screen === 'paper') await page.emulateMedia({ media: 'print' });
  await page.goto(pathToFileURL(file).href + address.slice(address.split(/[?#]/)[0].length));
  await page.addStyleTag({ content: OWN_FONTS });
  await page.evaluate(() => document.fonts.ready);
  if (address.includes('?q=')) await page.waitForFunction(() => document.querySelector('.results li'));
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled' });
  await context.close();
}
await browser.close();
