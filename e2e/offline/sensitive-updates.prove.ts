import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtWith, withOrigins } from '../origins.ts';
import { buildChanged } from './changed-app.ts';
import { fill, openApp, openDevice, seesDelivered, seesTyped } from './device.ts';
import { built, openField, type Field } from './field.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-sensitive-updates-'));
const [first, second, served] = [
  join(folder, 'first'),
  join(folder, 'second'),
  join(folder, 'served'),
];
let field: Field;

/** Two versions of an app whose form asks something sensitive: what is typed into it is on its page alone. */
beforeAll(async () => {
  cpSync(built(), served, { recursive: true });
  field = await openField(served);
  const outputs = withOrigins(await field.world.cloud.outputs(), builtWith);
  const phone = "label: 'Phone number',";
  await buildChanged({ words: [phone, `${phone} sensitive: true,`], outputs, outDir: first });
  const telephone = "label: 'Telephone number', sensitive: true,";
  await buildChanged({ words: [phone, telephone], outputs, outDir: second });
  // Two builds of the app.
}, 600_000);

afterAll(async () => {
  await field[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

beforeEach(() => deploy(first));

test('a new version taken in one tab leaves another alone while something is typed there', async () => {
  await using device = await openDevice(field);
  const { page, context } = device;
  const other = await openApp(context, field.appUrl);
  await isTaken(page);
  await fill(other, 'Mickey');
  deploy(second);
  await takeSecond(page);
  await other.getByText('A new version is ready').waitFor();
  await seesTyped(other, 'Mickey');
  // It goes on until the entry is sent, and then takes the new version when asked to.
  await other.getByLabel('Last name').press('Enter');
  await seesDelivered(other);
  const loaded = other.waitForEvent('load');
  await other.getByRole('button', { name: 'Reload' }).press('Enter');
  await loaded;
  await seesDelivered(other);
  await other.getByRole('button', { name: 'Send another' }).press('Enter');
  await other.getByLabel('Telephone number').waitFor();
});

test('so does a tab in which somebody is signing in', async () => {
  await using context = await field.browser.newContext();
  const page = await openApp(context, field.appUrl);
  await isTaken(page);
  const other = await openApp(context, field.appUrl);
  await other
    .getByRole('banner')
    .getByRole('link', { name: 'Sign in', exact: true })
    .press('Enter');
  await other.getByRole('textbox', { name: 'Email' }).fill('mickey@example.com');
  deploy(second);
  await takeSecond(page);
  await other.getByText('A new version is ready').waitFor();
  expect(await other.getByRole('textbox', { name: 'Email' }).inputValue()).toBe(
    'mickey@example.com',
  );
});

test('taking the new version oneself asks first when something typed would be lost', async () => {
  await using context = await field.browser.newContext();
  const page = await openApp(context, field.appUrl);
  await isTaken(page);
  await fill(page, 'Mickey');
  deploy(second);
  await lookAgain(page);
  await page.getByRole('button', { name: 'Reload' }).press('Enter');
  await page.getByText('What you typed is on this page only').waitFor();
  await seesTyped(page, 'Mickey');
  await page.getByRole('button', { name: 'Reload and lose it' }).press('Enter');
  await page.getByLabel('Telephone number').waitFor();
});

test('after a deployment the form still says what is wrong, and keeps what is typed', async () => {
  await using context = await field.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${field.appUrl}/pwausers`);
  await page.getByText('This form can only be sent while you are online').waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByLabel('First name').fill('Mickey');
  deploy(second);
  await page.getByRole('button', { name: 'Join' }).press('Enter');
  await page.getByRole('alert').getByText('Enter your last name').waitFor();
  await seesTyped(page, 'Mickey');
});

test('where a part was never loaded the form does without, and keeps what is typed', async () => {
  await using context = await field.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.route(/error-summary/, (route) => route.abort());
  await page.goto(`${field.appUrl}/pwausers`);
  // Nothing was typed, so the page looked for a newer version, once.
  await expect.poll(() => loads, { timeout: 15_000 }).toBe(2);
  await page.getByLabel('First name').fill('Mickey');
  await page.getByRole('button', { name: 'Join' }).press('Enter');
  await page.getByText('Enter your last name').waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.id))
    .toBe(await page.getByLabel('Last name').getAttribute('id'));
  await seesTyped(page, 'Mickey');
});

test('where signing in is missing, what is typed is still there to go back to', async () => {
  await using context = await field.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${field.appUrl}/pwausers`);
  await page.waitForLoadState('networkidle');
  await fill(page, 'Mickey');
  deploy(second);
  const assets = join(served, 'assets');
  expect(readdirSync(assets).some((it) => it.startsWith('authenticator'))).toBe(true);
  await page.getByLabel('Last name').press('Enter');
  await page.getByText('Signing in needs a network').waitFor();
  await page.getByRole('link', { name: 'Go back' }).press('Enter');
  await seesTyped(page, 'Mickey');
});

function deploy(version: string): void {
  rmSync(served, { recursive: true, force: true });
  cpSync(version, served, { recursive: true });
}

/** Served by the app's service worker, as any page but the first ever. */
async function isTaken(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller);
}

async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

async function takeSecond(page: Page): Promise<void> {
  await lookAgain(page);
  await page.getByRole('button', { name: 'Reload' }).press('Enter');
  await page.getByLabel('Telephone number').waitFor();
}
