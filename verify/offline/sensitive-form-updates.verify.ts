import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { placeholderOrigins, withOrigins } from '../../e2e/testing/app/app-origins.ts';
import { buildChangedApp } from '../../e2e/testing/app/build-changed-app.ts';
import { prebuiltFolder } from '../../e2e/testing/app/prebuilt-app.ts';
import {
  fillFirstForm,
  openApp,
  openDevice,
  seesDelivered,
  seesTyped,
  untilPreloaded,
} from '../../e2e/testing/offline/app-on-device.ts';
import {
  openOfflineFixture,
  type OfflineFixture,
} from '../../e2e/testing/offline/offline-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-sensitive-updates-'));
const [first, second, served] = [
  join(folder, 'first'),
  join(folder, 'second'),
  join(folder, 'served'),
];
let fixture: OfflineFixture;

/** Two versions of an app with a sensitive form: what is typed into it exists only on its page. */
beforeAll(async () => {
  cpSync(prebuiltFolder(), served, { recursive: true });
  fixture = await openOfflineFixture(served);
  const outputs = withOrigins(await fixture.backend.cloud.outputs(), placeholderOrigins);
  const phone = "label: 'Phone number',";
  await buildChangedApp({
    replacement: [phone, `${phone} sensitive: true,`],
    outputs,
    outDir: first,
  });
  const telephone = "label: 'Telephone number', sensitive: true,";
  await buildChangedApp({ replacement: [phone, telephone], outputs, outDir: second });
  // Two builds of the app.
}, 600_000);

afterAll(async () => {
  await fixture[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

beforeEach(() => deploy(first));

test('loading a new version in one tab does not reload another where something is typed', async () => {
  await using device = await openDevice(fixture);
  const { page, context } = device;
  const other = await openApp(context, fixture.appUrl);
  await untilControlledByWorker(page);
  await fillFirstForm(other, 'Mickey');
  deploy(second);
  await takeSecondVersion(page);
  await other.getByText('A new version is ready').waitFor();
  await seesTyped(other, 'Mickey');
  // The page works until the entry is sent, and then offers the new version.
  await other.getByLabel('Last name').press('Enter');
  await seesDelivered(other);
  const loaded = other.waitForEvent('load');
  await other.getByRole('button', { name: 'Reload' }).press('Enter');
  await loaded;
  await seesDelivered(other);
  await other.getByRole('button', { name: 'Fill in another' }).press('Enter');
  await other.getByLabel('Telephone number').waitFor();
});

test('nor a tab in which somebody is signing in', async () => {
  await using context = await fixture.browser.newContext();
  const page = await openApp(context, fixture.appUrl);
  await untilControlledByWorker(page);
  const other = await openApp(context, fixture.appUrl);
  await other
    .getByRole('banner')
    .getByRole('link', { name: 'Sign in', exact: true })
    .press('Enter');
  await other.getByRole('textbox', { name: 'Email' }).fill('mickey@example.com');
  deploy(second);
  await takeSecondVersion(page);
  await other.getByText('A new version is ready').waitFor();
  await expect
    .poll(() => other.getByRole('textbox', { name: 'Email' }).inputValue())
    .toBe('mickey@example.com');
});

test('loading the new version asks first if something typed would be lost', async () => {
  await using context = await fixture.browser.newContext();
  const page = await openApp(context, fixture.appUrl);
  await untilControlledByWorker(page);
  await fillFirstForm(page, 'Mickey');
  deploy(second);
  await bringToFront(page);
  await page.getByRole('button', { name: 'Reload' }).press('Enter');
  await page.getByText('Your answers are on this page only').waitFor();
  await seesTyped(page, 'Mickey');
  await page.getByRole('button', { name: 'Reload and lose my answers' }).press('Enter');
  await page.getByLabel('Telephone number').waitFor();
});

test('after a deployment the form still reports errors and keeps what is typed', async () => {
  await using context = await fixture.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${fixture.appUrl}/pwausers`);
  await page.getByText('You need to be online to send this form').waitFor();
  await untilPreloaded(page);
  await page.getByLabel('First name').fill('Mickey');
  deploy(second);
  await page.getByRole('button', { name: 'Join' }).press('Enter');
  await page.getByRole('alert').getByText('Enter your last name').waitFor();
  await seesTyped(page, 'Mickey');
});

test('if a chunk was never loaded, the form works without it and keeps what is typed', async () => {
  await using context = await fixture.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.route(/until-sent/, (route) => route.abort());
  await page.goto(`${fixture.appUrl}/pwausers`);
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

test('if the sign-in chunk is missing, what is typed is still there', async () => {
  await using context = await fixture.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${fixture.appUrl}/pwausers`);
  await untilPreloaded(page);
  await fillFirstForm(page, 'Mickey');
  deploy(second);
  const assets = join(served, 'assets');
  expect(readdirSync(assets).some((it) => it.startsWith('authenticator'))).toBe(true);
  await page.getByLabel('Last name').press('Enter');
  await page.getByText('You need to be online to sign in').waitFor();
  await page.getByRole('link', { name: 'Go back' }).press('Enter');
  await seesTyped(page, 'Mickey');
});

function deploy(version: string): void {
  rmSync(served, { recursive: true, force: true });
  cpSync(version, served, { recursive: true });
}

/** Waits until the service worker controls the page, as on every visit but the first. */
async function untilControlledByWorker(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller);
}

async function bringToFront(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

async function takeSecondVersion(page: Page): Promise<void> {
  await bringToFront(page);
  await page.getByRole('button', { name: 'Reload' }).press('Enter');
  await page.getByLabel('Telephone number').waitFor();
}
