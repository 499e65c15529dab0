/**
 * `npm run bench:typing`: a form of 474 questions, 427 conditions and 46 calculated values, on a processor slowed
 * four times: how long it takes to open, and from a key to its frame, beside the form of six questions. And how long
 * Lambda parses its answers. Keys are measured in processor time of the page's main thread.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'esbuild';
import { buildApp } from '../e2e/testing/app/build-app.ts';
import { startStaticHosting } from '../e2e/testing/app/static-hosting.ts';
import type { parseAnswers as ParseAnswers } from '../core/form/parse-answers.ts';
import type { largeForm } from '../e2e/forms/large/large-form.ts';
import { launchBrowser } from '../tools/chromium.js';
import { copyProject } from '../tools/copy-project.js';
import { fakeOutputs } from './fake-outputs.ts';
import { keyTimes } from './key-times.ts';
import { figure, quantile } from './statistics.ts';

/** Typed into a text that no other question mentions, and into one that nearly every label mentions. */
const typed = 'the green house by the river';
const openings = 5;
/** Milliseconds in which the app starts. */
const started = 2000;
const parses = 300;

const folder = mkdtempSync(join(tmpdir(), 'formstead-large-form-'));
await measureParsing();
await measurePages();
rmSync(folder, { recursive: true });

async function measureParsing(): Promise<void> {
  const outfile = join(folder, 'large-form.mjs');
  await build({
    stdin: {
      contents: `export { largeForm } from './e2e/forms/large/large-form.ts';
        export { parseAnswers } from './core/form/parse-answers.ts';`,
      resolveDir: '.',
    },
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
  });
  const { largeForm: form, parseAnswers } = (await import(outfile)) as {
    largeForm: typeof largeForm;
    parseAnswers: typeof ParseAnswers;
  };
  const examples = Object.entries(form.fields).map(([name, { example }]) => [name, example]);
  const answers: unknown = {
    ...Object.fromEntries(examples),
    born: '1950-01-01',
    died: '2020-01-01',
  };
  const times = Array.from({ length: parses }, () => {
    const before = process.cpuUsage();
    parseAnswers(form, answers, { today: '2026-03-31' });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  print(
    `parsing ${examples.length} answers in Lambda's bundle: ${figure(quantile(times, 0.5))} ms of CPU ` +
      `(95th percentile ${figure(quantile(times, 0.95))}, the first ${figure(times[0] ?? 0)})`,
  );
}

async function measurePages(): Promise<void> {
  const projectFolder = copyProject();
  cpSync('e2e/forms/large', join(projectFolder, 'forms/large'), { recursive: true });
  addToList(join(projectFolder, 'forms/index.ts'));
  const outDir = join(folder, 'dist');
  await buildApp({ outputs: fakeOutputs, outDir, projectFolder });
  rmSync(projectFolder, { recursive: true });
  const host = await startStaticHosting(outDir);
  const browser = await launchBrowser();
  const context = await browser.newContext({ locale: 'en-GB', serviceWorkers: 'block' });
  const appUrl = `http://localhost:${host.port}`;
  const opened = await openingTimes(context, appUrl);
  print(`opening 474 questions from the home page: ${figure(quantile(opened, 0.5))} ms`);
  const small = await context.newPage();
  await small.goto(`${appUrl}/pwausers`);
  const large = await context.newPage();
  await large.goto(`${appUrl}/large`);
  const shown = await answerEverything(large);
  const tabs = [
    ['the form of six questions', small, '#answer-fname'],
    [`${shown} questions shown, in a text that nothing mentions`, large, '#answer-p3'],
    [`${shown} questions shown, in a name that all labels mention`, large, '#answer-name'],
  ] as const;
  for (const [what, page, input] of tabs) {
    const times = await keyTimes(page, input, typed);
    print(
      `key to frame, ${what}: ${figure(quantile(times, 0.5))} ms, ` +
        `95th percentile ${figure(quantile(times, 0.95))}`,
    );
  }
  await browser.close();
  await host.close();
}

function addToList(index: string): void {
  const before = readFileSync(index, 'utf8');
  const after = before
    .replace(/^/, "import { largeForm } from './large/large-form.ts';\n")
    .replace(/(export const forms[^=]*= \[[^\]]*)\]/, '$1, largeForm as unknown as Form]');
  if (!after.includes('largeForm as')) throw new Error('The list of forms is not where it was.');
  writeFileSync(index, after);
}

/** Milliseconds from the press on its link until the form has been drawn. */
async function openingTimes(context: BrowserContext, appUrl: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < openings; i += 1) {
    const page = await context.newPage();
    await page.goto(appUrl);
    await page.locator('a[href="/large"]').first().waitFor();
    // The prerendered page has the link before the app answers it.
    await page.waitForTimeout(started);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    times.push(await page.evaluate(openLink));
    await page.close();
  }
  return times;
}

/** Runs in the page. */
async function openLink(): Promise<number> {
  const began = performance.now();
  document.querySelector<HTMLAnchorElement>('a[href="/large"]')?.click();
  while (!document.querySelector('#answer-name'))
    await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - began;
}

/** Chooses the first option of every question, which opens all that can be open. Returns how many are shown. */
async function answerEverything(page: Page): Promise<number> {
  await page.locator('#answer-name').waitFor();
  await page.fill('#answer-born', '1950-01-01');
  await page.fill('#answer-died', '2020-01-01');
  return page.evaluate(async () => {
    for (let round = 0; round < 4; round += 1)
      for (const group of document.querySelectorAll('fieldset')) {
        const option = group.querySelector<HTMLInputElement>('input[type=radio]');
        if (option && !group.querySelector('input:checked')) option.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
    return document.querySelectorAll('.question').length;
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
