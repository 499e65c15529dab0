/**
 * `npm run bench:lighthouse [-- --runs 3 --only entries]`: Lighthouse on the pages that most people see and on those
 * of owners, on a simulated phone with a slow connection, and the layout shift of every page, against
 * `lighthouse-budgets.json`. `--only` chooses the pages whose name has it.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import lighthouse from 'lighthouse';
import type { BrowserContext } from 'playwright-core';
import type { Entry } from '../core/form/entry.ts';
import { serveApp } from '../e2e/testing/app/build-app.ts';
import { numberedEntry, putEntries } from '../e2e/testing/backend/put-entries.ts';
import { password } from '../e2e/testing/backend/signed-in-person.ts';
import { startTestBackend } from '../e2e/testing/backend/test-backend.ts';
import { anyFreePort } from '../packages/amplify-local/machine/free-ports.ts';
import { launchProfile } from '../tools/chromium.js';
import { layoutShifts } from './layout-shift.ts';
import budgets from './lighthouse-budgets.json' with { type: 'json' };
import { signInOnPage } from '../e2e/testing/browser/sign-in-steps.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, only: { type: 'string', default: '' } },
});
const runs = Number(values.runs);
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const shift = 'layout shift';

await using backend = await startTestBackend();
await using app = await serveApp(backend);
const port = await anyFreePort();
const browser = await launchProfile(join(backend.folder, 'profile'), [
  `--remote-debugging-port=${port}`,
]);
await refuseUncompressed(app.url);

// Before anybody signs in, since each run starts with an empty device.
for (const [name, path] of [
  ['home', '/'],
  ['form', '/pwausers'],
  ['sign-in', '/sign-in'],
] as const)
  await measurePage(name, path);

await signIn(browser);
await putEntries(backend.cloud, responsesToRead());
for (const [name, path] of [
  ['my entries, signed in', '/entries'],
  ['responses of all forms, signed in', '/responses'],
  ['responses of a form, signed in', '/responses/pwausers'],
  ['charts of a form, signed in', '/responses/pwausers?view=charts'],
  ['sharing a form, signed in', '/responses/pwausers/share'],
] as const)
  await measurePage(name, path, likeFirstVisit);

if (values.only === '')
  for (const [page, score] of await layoutShifts(browser, app.url)) checkBudget(page, shift, score);
await browser.close();

/** Like a first visit, but signed in. */
async function likeFirstVisit(): Promise<void> {
  const devtools = await browser.newCDPSession(browser.pages()[0] ?? (await browser.newPage()));
  const storageTypes = 'service_workers,cache_storage';
  await devtools.send('Storage.clearDataForOrigin', { origin: app.url, storageTypes });
  await devtools.send('Network.clearBrowserCache');
  await devtools.detach();
}

function responsesToRead(): readonly Entry[] {
  return Array.from({ length: 200 }, (_, n) =>
    numberedEntry(n * 60, 'pwausers', {
      fname: `Person ${n}`,
      lname: 'Mouse',
      ...(n % 3 === 0 && { source: 'friend' }),
    }),
  );
}

/** @param prepare instead of an empty device for each run */
async function measurePage(
  name: string,
  path: string,
  prepare?: () => Promise<void>,
): Promise<void> {
  if (!name.includes(values.only)) return;
  const scores: Record<string, number>[] = [];
  for (let run = 0; run < runs; run += 1) {
    await prepare?.();
    const result = await lighthouse(`${app.url}${path}`, {
      port,
      output: 'json',
      logLevel: 'error',
      onlyCategories: [...categories],
      disableStorageReset: prepare !== undefined,
    });
    if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message);
    const { categories: scored, audits } = result.lhr;
    scores.push({
      ...Object.fromEntries(categories.map((it) => [it, (scored[it]?.score ?? 0) * 100])),
      [shift]: audits['cumulative-layout-shift']?.numericValue ?? 1,
    });
    if (run === 0) for (const line of failures(result.lhr)) print(`  ${name}: ${line}`);
  }
  for (const what of [...categories, shift] as const)
    checkBudget(name, what, median(scores.map((it) => it[what] ?? Number.NaN)));
}

/** The audits other than speed that cost points. */
function failures({ categories: scored, audits }: Lhr): readonly string[] {
  return categories
    .filter((it) => it !== 'performance')
    .flatMap((it) => scored[it]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${id}: ${audits[id]?.title ?? ''}`);
}

type Lhr = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

function checkBudget(page: string, what: keyof typeof budgets, measured: number): void {
  const budget = budgets[what];
  const isWithin = what === shift ? measured <= budget : measured >= budget;
  const shown = what === shift ? measured.toFixed(4) : measured.toFixed(0);
  print(`${isWithin ? '✓' : '✗'} ${page}, ${what}: ${shown} of ${budget}`);
  if (!isWithin) process.exitCode = 1;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Signs in and submits an entry, in the profile that is measured. */
async function signIn(context: BrowserContext): Promise<void> {
  const email = 'person@example.com';
  await backend.cloud.cognito.createPerson({ email, password, groups: ['owners'] });
  const page = await context.newPage();
  await page.goto(`${app.url}/sign-in?return=/pwausers`);
  await signInOnPage(page, { email });
  await page.getByText('You are signed in').waitFor();
  await page.getByLabel('First name').fill('Minnie');
  await page.getByLabel('Last name').fill('Mouse');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor();
  await page.close();
}

/** Amplify Hosting compresses what it serves, so the measured app must be compressed too. */
async function refuseUncompressed(url: string): Promise<void> {
  const page = await (await fetch(url)).text();
  const [, styles = ''] = /href="(\/assets\/[^"]+\.css)"/.exec(page) ?? [];
  const response = await fetch(url + styles, { headers: { 'Accept-Encoding': 'gzip' } });
  if (response.headers.get('Content-Encoding') !== 'gzip')
    throw new Error(`${styles} is served without compression.`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
