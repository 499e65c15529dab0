/**
 * `npm run verify -- lists`: a list of ten thousand towns, of which an earlier answer allows a tenth, in a built
 * app in Chromium without a network: how long it takes from a key to the options that are found, and that nothing
 * of the list is in the first load. Not a test, since the times depend on the machine.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { fakeOutputs } from '../../bench/fake-outputs.ts';
import { choice, choiceFrom } from '../../core/fields/index.ts';
import { defineForm } from '../../core/form/define-form.ts';
import { list } from '../../core/form/list.ts';
import { parseAnswers } from '../../core/form/parse-answers.ts';
import { buildApp, serveBuilt } from '../../e2e/testing/app/build-app.ts';
import { launchBrowser } from '../../tools/chromium.js';
import { copyProject } from '../../tools/copy-project.js';
import { listForms } from '../../tools/testing/list-forms.ts';
import { townTable, regions } from './town-table.ts';

const form = `import { choice, choiceFrom } from '#core/fields/index.ts';
import { defineForm } from '#core/form/define-form.ts';
import { list } from '#core/form/list.ts';

export const home = defineForm({
  id: 'home',
  version: 1,
  title: 'Home',
  action: 'Send',
  fields: {
    region: choice({ label: 'Region', options: ${JSON.stringify(regions)} }),
    town: choiceFrom({ label: 'Town', list: list(() => import('./lists/towns-of-test.ts')), example: 'p1', optional: true }),
    anyTown: choiceFrom({ label: 'Any town', list: list(() => import('./lists/towns-of-test.ts')), example: 'p1', optional: true }),
  },
  offered: { town: ({ region }, it) => it['region'] === region },
});
`;

const folder = mkdtempSync(join(tmpdir(), 'formstead-lists-'));
const project = copyProject();
mkdirSync(join(project, 'forms/lists'), { recursive: true });
writeFileSync(
  join(project, 'forms/lists/towns-of-test.ts'),
  `const table: import('#core/form/list.ts').ListTable = ${JSON.stringify(townTable)};\nexport default table;\n`,
);
writeFileSync(join(project, 'forms/home.ts'), form);
listForms(project, { items: 'items.ts', home: 'home.ts' });
const outDir = join(folder, 'dist');
await buildApp({ outputs: fakeOutputs, outDir, projectFolder: project });

const withTowns = readdirSync(join(outDir, 'assets')).filter(
  (it) =>
    it.endsWith('.js') && readFileSync(join(outDir, 'assets', it), 'utf8').includes('Gorford 9'),
);
check('one chunk has the list', withTowns.length === 1);

await using app = await serveBuilt(outDir);
const browser = await launchBrowser();
const context = await browser.newContext({ locale: 'en-GB' });
const page = await context.newPage();
const loadedFirst: string[] = [];
page.on('request', (it) => loadedFirst.push(it.url()));
await page.goto(`${app.url}/items`);
await page.getByRole('button', { name: 'Add' }).waitFor();
check(
  'a form without the list does not load it',
  !loadedFirst.some((url) => withTowns.some((it) => url.endsWith(it))),
);
await page.evaluate(async () => navigator.serviceWorker.ready);
await page.waitForFunction(async () => {
  const caches = await Promise.all(
    (await window.caches.keys()).map((it) => window.caches.open(it)),
  );
  const urls = (await Promise.all(caches.map((it) => it.keys()))).flat().map((it) => it.url);
  return urls.some((it) => /\/towns-of-test-/.test(it));
});
await context.setOffline(true);
await page.goto(`${app.url}/home`);
const anyTown = page.getByRole('combobox', { name: /^Any town/ });
await anyTown.waitFor();
await anyTown.click();
const found = page.getByRole('listbox', { name: /^Any town/ }).getByRole('option');
await found.first().waitFor();
check('without a network, the list opens', (await found.count()) > 0);

const searches = ['g', 'go', 'gor', 'gorf', 'gorford', 'gorford 9', 'mouth 77', 'é', '9', 'zzz'];
checkLimit('from a key to the options, of all 10 000, ms', await slowest(anyTown, searches), 50);
await page.getByLabel('Region').selectOption('r3');
const town = page.getByRole('combobox', { name: /^Town/ });
await town.click();
checkLimit('the same, of those in one region, ms', await slowest(town, searches), 50);
const devtools = await context.newCDPSession(page);
await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
print(
  `  with the processor slowed four times, ms: ${(await slowest(anyTown, searches)).toFixed(0)}`,
);
await browser.close();
rmSync(project, { recursive: true });
rmSync(folder, { recursive: true });

const answered = defineForm({
  id: 'home',
  version: 1,
  title: 'Home',
  action: 'Send',
  fields: {
    region: choice({ label: 'Region', options: regions }),
    town: choiceFrom({
      label: 'Town',
      list: list(async () => ({ default: townTable })),
      example: 'p1',
    }),
  },
  offered: { town: ({ region }, it) => it['region'] === region },
});
await answered.fields.town.load?.();
const runs = 100;
const { user: before } = process.cpuUsage();
for (let i = 0; i < runs; i += 1)
  parseAnswers(answered, { region: 'r3', town: 'p13' }, { today: '2026-03-31' });
checkLimit(
  'parsing an answer that another allows, ms of processor time',
  (process.cpuUsage().user - before) / 1000 / runs,
  5,
);

/** The longest of several searches, each from the input event to the frame after it. */
async function slowest(box: ReturnType<Page['getByRole']>, texts: readonly string[]) {
  const times: number[] = [];
  for (const text of texts)
    times.push(
      await box.evaluate(async (input: HTMLInputElement, typed) => {
        // React notices a change only by the setter of the browser's own class.
        const property = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
        const started = performance.now();
        property?.set?.call(input, typed);
        input.dispatchEvent(new Event('input', { bubbles: true }));
        await new Promise((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve));
        });
        return performance.now() - started;
      }, text),
    );
  return Math.max(...times);
}

function checkLimit(what: string, measured: number, limit: number): void {
  check(`${what}: ${measured.toFixed(1)} of ${limit}`, measured <= limit);
}

function check(what: string, holds: boolean): void {
  print(`${holds ? '✓' : '✗'} ${what}`);
  if (!holds) process.exitCode = 1;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
