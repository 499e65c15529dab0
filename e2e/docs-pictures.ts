/**
 * `npm run pictures`: the pictures of the docs: a form, for README.md, and each kind of field, for docs/fields.md.
 * The app runs in a copy of the project, with a form that has all kinds.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { createServer } from 'vite';
import { fakeOutputs } from '../bench/fake-outputs.ts';
import { anyFreePort } from '../packages/amplify-local/machine/free-ports.ts';
import { untilMapIsDrawn } from './testing/browser/map-picture.ts';
import { launchBrowser } from '../tools/chromium.js';
import { copyProject } from '../tools/copy-project.js';
import { isDrawn } from '../tools/docs/field-docs.ts';
import { fieldExamples } from '../tools/docs/field-examples.ts';
import { listForms } from '../tools/testing/list-forms.ts';

const form = `import { defineForm } from '#core/form/define-form.ts';
import { fieldExamples } from '../tools/docs/field-examples.ts';

export const everyKind = defineForm({
  id: 'every-kind',
  version: 1,
  title: 'Every kind',
  action: 'Send',
  fields: fieldExamples,
});
`;

const root = copyProject();
writeFileSync(join(root, 'forms/every-kind.ts'), form);
listForms(root, { everyKind: 'every-kind.ts', pwausers: 'pwausers.ts' });
process.env['AMPLIFY_OUTPUTS'] = join(root, 'amplify_outputs.json');
writeFileSync(process.env['AMPLIFY_OUTPUTS'], JSON.stringify(fakeOutputs));
const app = await createServer({
  root,
  cacheDir: join(root, '.vite'),
  logLevel: 'error',
  server: { host: '127.0.0.1', port: await anyFreePort(), watch: null },
});
await app.listen();
const url = app.resolvedUrls?.local[0] ?? '';
const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: { width: 400, height: 1000 },
  deviceScaleFactor: 2,
  locale: 'en-GB',
  serviceWorkers: 'block',
});

await open('every-kind', 'Send');
await untilMapIsDrawn(page);
mkdirSync('docs/fields', { recursive: true });
const questions = page.locator('form .question');
const drawn = (Object.keys(fieldExamples) as (keyof typeof fieldExamples)[]).filter(isDrawn);
for (const [n, kind] of drawn.entries()) {
  // The whole page is too long for one picture.
  await questions.nth(n).evaluate((it) => it.scrollIntoView({ block: 'center' }));
  await page.screenshot({
    path: `docs/fields/${kind}.png`,
    clip: await withMargin(questions.nth(n)),
  });
}
await open('pwausers', 'Join');
await page.screenshot({ path: 'docs/form.png', fullPage: true });

await browser.close();
await app.close();
rmSync(root, { recursive: true });

/** Waits until everything is loaded, such as the map. */
async function open(id: string, action: string): Promise<void> {
  await page.goto(url + id);
  await page.getByRole('button', { name: action }).waitFor({ timeout: 120_000 });
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1000);
}

/** The part of the page that a question takes, and a little around it. */
async function withMargin(question: Locator) {
  const { x = 0, y = 0, width = 0, height = 0 } = (await question.boundingBox()) ?? {};
  const margin = 12;
  return {
    x: x - margin,
    y: y - margin,
    width: width + 2 * margin,
    height: height + 2 * margin,
  };
}
