/**
 * `npm run verify -- barcode`: codes before a camera, in Chromium, which on Linux has no detector of its own. The
 * built app, with the headers and the policy that it is deployed with, reads them with the reader that it loads, and
 * again without a network.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { fakeOutputs } from '../../bench/fake-outputs.ts';
import { buildApp, serveBuilt } from '../../e2e/testing/app/build-app.ts';
import { launchProfile } from '../../tools/chromium.js';
import { copyProject } from '../../tools/copy-project.js';
import { listForms } from '../../tools/testing/list-forms.ts';
import { filmOf } from './camera-film.ts';

const codes = [
  ['QRCode', 'https://example.com/sample/42?größe=3'],
  ['Code128', 'SAMPLE-0042'],
  ['EAN13', '4006381333931'],
] as const;

const form = `import { barcode } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';

export const sample = defineForm({
  id: 'sample',
  version: 1,
  title: 'Sample',
  action: 'Send',
  fields: { code: barcode({ label: 'Code' }) },
});
`;

const folder = mkdtempSync(join(tmpdir(), 'formstead-barcode-'));
const projectFolder = copyProject();
writeFileSync(join(projectFolder, 'forms/sample.ts'), form);
listForms(projectFolder, { sample: 'sample.ts' });
await buildApp({ outputs: fakeOutputs, outDir: join(folder, 'dist'), projectFolder });
const app = await serveBuilt(join(folder, 'dist'));
let failed = 0;

for (const [format, text] of codes) {
  const film = join(folder, `${format}.y4m`);
  writeFileSync(film, await filmOf(text, format));
  const context = await launchProfile(join(folder, format), [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]);
  const page = await context.newPage();
  const hosts = new Set<string>();
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  await page.goto(app.url);
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  await page.reload();
  const first = await scan(page);
  await context.setOffline(true);
  await page.reload();
  const again = await scan(page);
  await context.close();
  const elsewhere = [...hosts].filter((it) => it !== new URL(app.url).host);
  const isGood = first.text === text && again.text === text && elsewhere.length === 0;
  if (!isGood) failed += 1;
  process.stdout.write(
    `${isGood ? '✓' : '✗'} ${format}: “${first.text}” in ${first.ms} ms, ` +
      `without a network “${again.text}” in ${again.ms} ms; requests elsewhere: ${elsewhere.length}\n`,
  );
}

await app[Symbol.asyncDispose]();
rmSync(folder, { recursive: true });
rmSync(projectFolder, { recursive: true });
process.exitCode = failed > 0 ? 1 : 0;

/** Presses the button, and waits for the code. */
async function scan(page: Page): Promise<{ readonly text: string; readonly ms: number }> {
  const box = page.getByLabel('Code', { exact: true });
  await box.fill('');
  const begun = performance.now();
  await page.getByRole('button', { name: 'Scan with the camera' }).click();
  await page
    .getByText('The code has been filled in.')
    .waitFor()
    .catch(() => undefined);
  return { text: await box.inputValue(), ms: Math.round(performance.now() - begun) };
}
