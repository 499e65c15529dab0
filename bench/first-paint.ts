/**
 * `npm run bench:first-paint`: when the form is first on the screen, with the picture that comes with the page
 * (tools/vite/prerender.ts) and without it, on a slow phone's network and processor. Interleaved, medians.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildApp } from '../e2e/app.ts';
import { startHosting } from '../e2e/hosting.ts';
import { launchBrowser } from '../tools/browser.js';
import { anyBackend } from './any-backend.ts';

const runs = 7;
/** Lighthouse's slow 4G, and a processor of a quarter of this one's speed. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: 750e3 / 8,
};

const folder = mkdtempSync(join(tmpdir(), 'formstead-paint-'));
const withPicture = join(folder, 'with');
const without = join(folder, 'without');
await buildApp({ outputs: anyBackend, outDir: withPicture });
cpSync(withPicture, without, { recursive: true });
const page = join(without, 'index.html');
writeFileSync(
  page,
  readFileSync(page, 'utf8').replaceAll(/<template data-path[^]*?<\/template>/g, ''),
);

const one = await startHosting(withPicture);
const other = await startHosting(without);
const browser = await launchBrowser();
const measured = { with: [] as number[], without: [] as number[] };
for (let run = 0; run < runs; run += 1) {
  measured.with.push(await firstPaint(browser, one.port));
  measured.without.push(await firstPaint(browser, other.port));
}
await browser.close();
await one.close();
await other.close();
rmSync(folder, { recursive: true });

const [before, after] = [median(measured.without), median(measured.with)];
process.stdout.write(
  `the form on the screen, slow 4G and a quarter of the processor, median of ${runs}: ` +
    `${after} ms with the picture, ${before} ms without: ${(after / before).toFixed(2)}x\n`,
);

/** Milliseconds from the navigation until the form's first field is there and painted. */
async function firstPaint(in_: Browser, port: number): Promise<number> {
  const context = await in_.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
  const tab = await context.newPage();
  const devtools = await context.newCDPSession(tab);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', network);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await tab.goto(`http://localhost:${port}/pwausers`, { waitUntil: 'commit' });
  await tab.getByLabel('First name').first().waitFor();
  const painted = await tab.evaluate(
    () =>
      new Promise<number>((resolve) =>
        new PerformanceObserver((list) => {
          const [first] = list.getEntriesByName('first-contentful-paint');
          if (first) resolve(first.startTime);
        }).observe({ type: 'paint', buffered: true }),
      ),
  );
  await context.close();
  return Math.round(painted);
}

function median(them: readonly number[]): number {
  return them.toSorted((a, b) => a - b)[Math.floor(them.length / 2)] ?? 0;
}
