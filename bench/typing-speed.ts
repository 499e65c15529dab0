/**
 * `npm run bench:typing`: a form of 474 questions, 427 conditions and 46 calculated values, on a processor slowed
 * four times: how long it takes to open, and from a key to the next frame, beside a form of six questions and a page
 * that is nothing but one box. And how long Lambda parses its answers. Fails if a budget of `typing-budgets.json` is
 * exceeded. Nothing else may run meanwhile: Chromium makes the page wait three times as long as its last work took,
 * and counts as work that another program had the processor. On Linux, `chrt --rr 1` before it keeps others away.
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
import { keyTimes, type KeyTimes } from './key-times.ts';
import { printMeasures } from './print-measures.ts';
import { figure, median, quantile, type Measured, type Measures } from './statistics.ts';
import budgets from './typing-budgets.json' with { type: 'json' };

const typed = 'the green house by the river';
const [parses, openings, rounds] = [300, 5, 2];
/** Milliseconds in which the app starts. */
const started = 2000;
const keyBudget = budgets['key to frame at the 95th percentile, in a form of six questions (ms)'];
/** See `KeyTimes`. */
const mostWaited = 1.2;

const folder = mkdtempSync(join(tmpdir(), 'formstead-large-form-'));
printMeasures({ ...(await measureParsing()), ...(await measurePages()) }, budgets);
rmSync(folder, { recursive: true });

async function measureParsing(): Promise<Measures> {
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
  const how = `95th percentile ${figure(quantile(times, 0.95))}, the first ${figure(times[0] ?? 0)}`;
  return { 'parsing 474 answers in Lambda’s bundle (ms of CPU)': { value: median(times), how } };
}

async function measurePages(): Promise<Measures> {
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
  const measured = {
    ...(await measureOpening(context, appUrl)),
    ...(await measureKeys(context, appUrl)),
  };
  await browser.close();
  await host.close();
  return measured;
}

function addToList(index: string): void {
  const before = readFileSync(index, 'utf8');
  const after = before
    .replace(/^/, "import { largeForm } from './large/large-form.ts';\n")
    .replace(/(export const forms[^=]*= \[[^\]]*)\]/, '$1, largeForm as unknown as Form]');
  if (!after.includes('largeForm as')) throw new Error('The list of forms is not where it was.');
  writeFileSync(index, after);
}

async function measureOpening(context: BrowserContext, appUrl: string): Promise<Measures> {
  const large = await openingTimes(context, appUrl, { form: 'large', firstQuestion: 'name' });
  const small = await openingTimes(context, appUrl, { form: 'pwausers', firstQuestion: 'fname' });
  const how = `the slowest of ${openings} ${figure(Math.max(...large))}; a form of six questions ${figure(median(small))}`;
  return { 'opening 474 questions from the home page (ms)': { value: median(large), how } };
}

type Opening = { readonly form: string; readonly firstQuestion: string };

/** Milliseconds from the press on its link until the form has been drawn. */
async function openingTimes(
  context: BrowserContext,
  appUrl: string,
  opening: Opening,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < openings; i += 1) {
    const page = await context.newPage();
    await page.goto(appUrl);
    await page.locator(`a[href="/${opening.form}"]`).first().waitFor();
    // The prerendered page has the link before the app answers it.
    await page.waitForTimeout(started);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    times.push(await page.evaluate(openLink, opening));
    await page.close();
  }
  return times;
}

/** Runs in the page. */
async function openLink({ form, firstQuestion }: Opening): Promise<number> {
  const began = performance.now();
  document.querySelector<HTMLAnchorElement>(`a[href="/${form}"]`)?.click();
  while (!document.querySelector(`#answer-${firstQuestion}`))
    await new Promise((resolve) => requestAnimationFrame(resolve));
  // This frame has the form in it. The next task comes once it is drawn.
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - began;
}

async function measureKeys(context: BrowserContext, appUrl: string): Promise<Measures> {
  const [bare, small, large] = await Promise.all([
    context.newPage(),
    context.newPage(),
    context.newPage(),
  ]);
  await bare.setContent('<!doctype html><title>One box</title><input>');
  await small.goto(`${appUrl}/pwausers`);
  await large.goto(`${appUrl}/large`);
  await answerEverything(large);
  const tabs = { box: bare, six: small, text: large, name: large };
  const inputs = { box: 'input', six: '#answer-fname', text: '#answer-p3', name: '#answer-name' };
  const measured = { box: [], six: [], text: [], name: [] } as {
    [Tab in keyof typeof tabs]: KeyTimes[];
  };
  for (let round = 0; round < rounds; round += 1)
    for (const tab of ['box', 'six', 'text', 'name'] as const)
      measured[tab].push(await keyTimes(tabs[tab], inputs[tab], typed));
  const waited = median(measured.box.map((it) => it.waited));
  if (waited > mostWaited)
    print(`Other programs are running: a key takes ${figure(waited)} times its work.`);
  const inBox = quantile(toFrames(measured.box), 0.95);
  if (inBox > keyBudget)
    print(`Here, a page with nothing but one box takes ${figure(inBox)} ms already.`);
  const toFrame = (tab: keyof typeof tabs) => besideBox(measured[tab], measured.box);
  return {
    'key to frame at the 95th percentile, in a form of six questions (ms)': toFrame('six'),
    'key to frame at the 95th percentile, in a text that nothing mentions (ms)': toFrame('text'),
    'key to frame at the 95th percentile, in a name that all labels mention (ms)': toFrame('name'),
  };
}

function toFrames(measured: readonly KeyTimes[]): readonly number[] {
  return measured.flatMap((it) => it.toFrame);
}

/** Beside what the browser takes for a page that is nothing but one box. */
function besideBox(measured: readonly KeyTimes[], inBox: readonly KeyTimes[]): Measured {
  const [times, least] = [toFrames(measured), toFrames(inBox)];
  return {
    value: quantile(times, 0.95),
    how:
      `median ${figure(median(times))}; a page with nothing but one box ` +
      `${figure(quantile(least, 0.95))}, median ${figure(median(least))}`,
  };
}

/** Chooses the first option of every question, which opens all that can be open. */
async function answerEverything(page: Page): Promise<void> {
  await page.locator('#answer-name').waitFor();
  await page.fill('#answer-born', '1950-01-01');
  await page.fill('#answer-died', '2020-01-01');
  await page.evaluate(async () => {
    for (let round = 0; round < 4; round += 1)
      for (const group of document.querySelectorAll('fieldset')) {
        const option = group.querySelector<HTMLInputElement>('input[type=radio]');
        if (option && !group.querySelector('input:checked')) option.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
  });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
