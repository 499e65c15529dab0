/** Draws the icons in `public/icons/` from `public/favicon.svg`: `node tools/draw-icons.js`. */
import { mkdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { launchBrowser } from './chromium.js';

const publicFolder = resolve(import.meta.dirname, '..', 'public');
const mark = await readFile(resolve(publicFolder, 'favicon.svg'), 'utf8');

/** The same with green to the edges, for systems that crop the icon. */
const unbounded = mark.replace(/rx="\d+"/, '');

const icons = [
  { name: '192', size: 192, svg: mark },
  { name: '512', size: 512, svg: mark },
  // A mask may cut off all but the middle 80 %, so the house is smaller.
  {
    name: 'maskable-512',
    size: 512,
    svg: unbounded.replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"'),
  },
  // iOS rounds the corners itself, and shows transparent ones black.
  { name: 'apple-touch-180', size: 180, svg: unbounded },
];

await mkdir(resolve(publicFolder, 'icons'), { recursive: true });
const browser = await launchBrowser();
const page = await browser.newPage();
for (const { name, size, svg } of icons) {
  await page.setViewportSize({ width: size, height: size });
  const background = svg === mark ? 'transparent' : '#1d5c45';
  await page.setContent(
    `<style>html{background:${background}}body{margin:0}svg{display:block;width:100vw}</style>${svg}`,
  );
  await page.screenshot({
    path: resolve(publicFolder, 'icons', `${name}.png`),
    omitBackground: true,
  });
}
await browser.close();
