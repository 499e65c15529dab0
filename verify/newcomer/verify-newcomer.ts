/**
 * `npm run verify -- newcomer`: follows README.md in a fresh clone of the last commit, with times: to the
 * first stored entry, through a lost network, and to a form of one's own.
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
await page.getByRole('button', { name: /^Send as/ }).click({ timeout });
await delivered(page);
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
await delivered(page);
await running.stop();
step('npm run preview stopped: saved on the device; run again: delivered');

await page.context().close();
running = await start('start');
step('npm start again');
const beforeForm = last;
addExampleForm(clone);
const other = await browser.newPage();
await other.goto(`${running.appUrl}visit`);
await other.getByRole('heading', { name: 'Announce a visit' }).waitFor({ timeout });
await other.getByLabel('Name').fill('Minnie Mouse');
await other.getByLabel('Day of the visit').fill('2026-12-24');
await other.getByLabel('How many of you').fill('2');
await other.getByRole('button', { name: 'Announce' }).click();
await signIn(other);
await other.getByRole('button', { name: /^Send as/ }).click({ timeout });
await delivered(other).catch(async (error: unknown) => {
  throw new Error(await other.locator('main').innerText(), { cause: error });
});
step('a form of one’s own written as docs/add-a-form.md says, filled, and its entry stored');

await running.stop();
rmSync(folder, { recursive: true, force: true });
print(
  `\nfrom a clone to a stored entry ${seconds(toEntry - began)} s; ` +
    `and to an entry of one’s own form ${seconds(toEntry - began + last - beforeForm)} s, ` +
    'not counting what a person reads and types',
);

async function start(...script: readonly string[]) {
  const command = spawn('npm', script, { cwd: clone, detached: true });
  let output = '';
  for (const stream of [command.stdout, command.stderr])
    stream.on('data', (data) => (output += String(data)));
  const deadline = Date.now() + timeout;
  while (!output.includes('Formstead is running')) {
    if (Date.now() > deadline || command.exitCode !== null) throw new Error(output);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (process.platform === 'linux') {
    const { accepted } = await acceptedForeignRequests(command.pid ?? 0);
    if (accepted.length > 0) throw new Error(`Foreign pages are accepted:\n${accepted.join('\n')}`);
  }
  return {
    appUrl: /App\s+(http\S+)/.exec(output)?.[1] ?? '',
    /** Like Ctrl+C: ends npm and its children. */
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
  await form.getByLabel('Email', { exact: true }).waitFor({ timeout });
  await form.waitForLoadState('networkidle');
  await signInOnPage(form, { email, password: demoPassword });
}

async function delivered(form: Page): Promise<void> {
  await form.getByRole('heading', { name: 'Delivered' }).waitFor({ timeout });
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
