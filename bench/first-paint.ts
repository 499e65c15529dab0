/**
 * `npm run bench:first-paint`: when the form is first painted, with the prerendered page
 * (tools/vite/prerender.ts) and without, on a slow phone's network and processor. Runs alternate; medians.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildApp } from '../e2e/testing/app/build-app.ts';
import { startStaticHosting } from '../e2e/testing/app/static-hosting.ts';
import { launchBrowser } from '../tools/chromium.js';
import { fakeOutputs } from './fake-outputs.ts';

const runs = 7;
/** Lighthouse's slow 4G, and a quarter of this processor's speed. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6e6 / 8) * 0.9,
  uploadThroughput: 750e3 / 8,
};

const folder = mkdtempSync(join(tmpdir(), 'formstead-paint-'));
const prerendered = join(folder, 'with');
const without = join(folder, 'without');
await buildApp({ outputs: fakeOutputs, outDir: prerendered });
cpSync(prerendered, without, { recursive: true });
const page = join(without, 'index.html');
writeFileSync(
  page,
  readFileSync(page, 'utf8').replaceAll(/<template data-path[^]*?<\/template>/g, ''),
);

const prerenderedHost = await startStaticHosting(prerendered);
const plainHost = await startStaticHosting(without);
const browser = await launchBrowser();
const measured = { with: [] as number[], without: [] as number[] };
for (let run = 0; run < runs; run += 1) {
  measured.with.push(await firstPaint(browser, prerenderedHost.port));
  measured.without.push(await firstPaint(browser, plainHost.port));
}
await browser.close();
await prerenderedHost.close();
await plainHost.close();
rmSync(folder, { recursive: true });

const [before, after] = [median(measured.without), median(measured.with)];
process.stdout.write(
  `the form on the screen, slow 4G and a quarter of the processor, median of ${runs}: ` +
    `${after} ms with the picture, ${before} ms without: ${(after / before).toFixed(2)}x\n`,
);

/** Milliseconds from the navigation until the form's first field is painted. */
async function firstPaint(targetBrowser: Browser, port: number): Promise<number> {
  const context = await targetBrowser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
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
