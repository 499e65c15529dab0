/**
 * `npm run verify -- newcomer`: follows README.md in a fresh clone of the last commit, with times: to the
 * first stored entry, through a lost network, to a form of one's own, and as docs/make-it-yours.md says to an
 * app of one's own with its first owner. What a person reads and types is not counted.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { demoAccounts, demoPassword } from '../../dev/demo-accounts.ts';
import { launchBrowser } from '../../tools/chromium.js';
import { addExampleForm } from '../../e2e/testing/app/add-example-form.ts';
import { signInOnPage } from '../../e2e/testing/browser/sign-in-steps.ts';
import { makeOwn, type RunningProject } from './make-own.ts';
import { acceptedForeignRequests } from '../../e2e/testing/attacks/foreign-requests.ts';

const { email = '' } = demoAccounts[0] ?? {};
const timeout = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'formstead-newcomer-'));
const clone = join(folder, 'formstead');
const began = performance.now();
let last = began;

execFileSync('git', ['clone', '--quiet', process.cwd(), clone]);
step('git clone');
execFileSync('npm', ['ci'], { cwd: clone, stdio: 'ignore', shell: process.platform === 'win32' });
step('npm ci');
let running = await start('start');
step('npm start, until it says that it is running');

await using browser = await launchBrowser();
const page = await browser.newPage();
await page.goto(`${running.appUrl}pwausers`);
await fill(page);
await page.getByRole('button', { name: 'Join' }).click();
await signIn(page);
await sent(page);
step('the form filled, signed in, and the entry stored');
const toEntry = last;

await running.stop();
running = await start('run', 'preview');
await page.goto(`${running.appUrl}pwausers`);
await page.evaluate(async () => void (await navigator.serviceWorker.ready));
await running.stop();
await fill(page);
await page.getByRole('button', { name: 'Join' }).click();
await page.getByRole('heading', { name: 'Saved on this device' }).waitFor({ timeout });
running = await start('run', 'preview');
await sent(page);
await running.stop();
step('npm run preview stopped: saved on the device; run again: sent');

await page.context().close();
running = await start('start');
step('npm start again');
const beforeForm = last;
addExampleForm(clone);
await running.until('+ Announce a visit: ');
const other = await browser.newPage();
await other.goto(`${running.appUrl}visit`);
await other.getByRole('heading', { name: 'Announce a visit' }).waitFor({ timeout });
await other.getByLabel('Name').fill('Minnie Mouse');
await other.getByLabel('Day of the visit').fill('2026-12-24');
await other.getByLabel('How many of you').fill('2');
await other.getByRole('button', { name: 'Announce' }).click();
await signIn(other);
await sent(other);
step('a form of one’s own written as docs/add-a-form.md says, filled, and its entry stored');
const toForm = last;

rmSync(join(clone, 'forms/visit.ts'));
execFileSync('git', ['checkout', '--quiet', 'forms'], { cwd: clone });
await running.until('− Announce a visit');
step('that form removed again');
const beforeOwn = last;
// The form that was removed had the id that the guide's has, and one entry.
await makeOwn({ project: clone, running, browser, earlier: 1, step });
const toOwn = last;
// The gate checks all other types after these steps.
execFileSync('npx', ['tsc', '-p', 'tools/tests.tsconfig.json'], { cwd: clone, stdio: 'inherit' });
step('the tests that came with the project still have their types');

await running.stop();
rmSync(folder, { recursive: true, force: true });
print(
  `\nfrom a clone to a stored entry ${seconds(toEntry - began)} s; ` +
    `to an entry of one’s own form ${seconds(toEntry - began + toForm - beforeForm)} s; ` +
    `and from there to an app with one’s own name, colours, form and first owner ${seconds(toOwn - beforeOwn)} s, ` +
    'not counting what a person reads and types',
);
if (toOwn - beforeOwn > 180_000)
  throw new Error('To make it one’s own takes more than three minutes.');

async function start(...script: readonly string[]): Promise<RunningProject> {
  const command = spawn('npm', script, { cwd: clone, detached: true });
  let output = '';
  for (const stream of [command.stdout, command.stderr])
    stream.on('data', (data) => (output += String(data)));
  const until = async (expected: string) => {
    const deadline = Date.now() + timeout;
    while (!output.includes(expected)) {
      if (Date.now() > deadline || command.exitCode !== null)
        throw new Error(`“${expected}” was not printed, but: ${output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await until(' is running. (');
  if (process.platform === 'linux') {
    const { accepted } = await acceptedForeignRequests(command.pid ?? 0);
    if (accepted.length > 0) throw new Error(`Foreign pages are accepted:\n${accepted.join('\n')}`);
  }
  return {
    appUrl: /App\s+(http\S+)/.exec(output)?.[1] ?? '',
    output: () => output,
    until,
    async stop() {
      process.kill(-(command.pid ?? 0), 'SIGINT');
      if (command.exitCode === null) await once(command, 'exit');
    },
  };
}

async function fill(form: Page): Promise<void> {
  await form.getByLabel('First name').fill('Mickey');
  await form.getByLabel('Last name').fill('Mouse');
}

async function signIn(form: Page): Promise<void> {
  // In development, Vite reloads the page once when it first finds the dependencies of the sign-in page.
  await form.getByLabel('Email address', { exact: true }).waitFor({ timeout });
  await form.waitForLoadState('networkidle');
  await signInOnPage(form, { email, password: demoPassword });
}

async function sent(form: Page): Promise<void> {
  await form
    .getByRole('heading', { name: 'Sent', exact: true })
    .waitFor({ timeout })
    .catch(async (error: unknown) => {
      throw new Error(await form.locator('main').innerText(), { cause: error });
    });
}

function step(what: string): void {
  const now = performance.now();
  print(`${seconds(now - last).padStart(6)} s  ${what}`);
  last = now;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
