/** `npm run icons`: draws the app's icons, in `public/icons/`, from its mark, `public/favicon.svg`. */
import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { colourNamed } from '../brand/read-theme.ts';
import { launchBrowser } from './chromium.js';

const publicFolder = resolve(import.meta.dirname, '..', 'public');
const mark = await readFile(resolve(publicFolder, 'favicon.svg'), 'utf8');
const filled = colourNamed('accent').light;

/** `share` is the part of the width that the mark takes. */
const icons = [
  { name: '192', size: 192, share: 1, background: 'transparent' },
  { name: '512', size: 512, share: 1, background: 'transparent' },
  // A system may cut off all but a circle in the middle, of 80 % of the width.
  { name: 'maskable-512', size: 512, share: 0.8, background: filled },
  // iOS rounds the corners itself, and shows transparent ones black.
  { name: 'apple-touch-180', size: 180, share: 1, background: filled },
];

await mkdir(resolve(publicFolder, 'icons'), { recursive: true });
const browser = await launchBrowser();
const page = await browser.newPage();
for (const { name, size, share, background } of icons) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html{background:${background}}body{margin:0;display:grid;place-items:center;height:100vh}
     img{width:${share * 100}vw;height:${share * 100}vw}</style>
     <img alt="" src="data:image/svg+xml,${encodeURIComponent(mark)}">`,
  );
  await page.locator('img').evaluate((it) => /** @type {HTMLImageElement} */ (it).decode());
  await page.screenshot({
    path: resolve(publicFolder, 'icons', `${name}.png`),
    omitBackground: true,
  });
}
await browser.close();
process.stdout.write('Drawn: public/icons, from public/favicon.svg.\n');
