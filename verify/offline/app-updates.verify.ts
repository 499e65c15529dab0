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
  seesDraftSaved,
  seesNothingWaiting,
  seesSaved,
  seesTyped,
  submitEntry,
  signIn,
} from '../../e2e/testing/offline/app-on-device.ts';
import {
  openOfflineFixture,
  type OfflineFixture,
} from '../../e2e/testing/offline/offline-fixture.ts';
import { newSession } from '../../e2e/testing/offline/amplify-session.ts';

const first = prebuiltFolder();
const folder = mkdtempSync(join(tmpdir(), 'formstead-updates-'));
const second = join(folder, 'second');
const served = join(folder, 'served');
let fixture: OfflineFixture;

/** Another version of the app: one sentence differs, and with it the name of every chunk. */
beforeAll(async () => {
  deploy(first);
  fixture = await openOfflineFixture(served);
  const outputs = withOrigins(await fixture.backend.cloud.outputs(), placeholderOrigins);
  await buildChangedApp({ replacement: ["'Join us'", "'Join us again'"], outputs, outDir: second });
});

afterAll(async () => {
  await fixture[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

beforeEach(() => deploy(first));

test('a new version is offered; loading it keeps what is half typed, in both tabs', async () => {
  await using device = await openDevice(fixture);
  const { page, context, session } = device;
  const other = await openApp(context, fixture.appUrl);
  await fillFirstForm(page, 'Mickey');
  await fillFirstForm(other, 'Minnie');
  deploy(second);
  await bringToFront(page);
  await page.getByRole('button', { name: 'Reload' }).press('Enter');
  await seesSecondVersion(page);
  await seesSecondVersion(other);
  await seesTyped(page, 'Mickey');
  await seesTyped(other, 'Minnie');
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('the same on a first visit', async () => {
  await using context = await fixture.browser.newContext();
  const page = await openApp(context, fixture.appUrl);
  await fillFirstForm(page, 'Mickey');
  deploy(second);
  await bringToFront(page);
  await page.getByRole('button', { name: 'Reload' }).press('Enter');
  await seesSecondVersion(page);
  await seesTyped(page, 'Mickey');
});

test('an old tab that requests a deleted chunk gets the new version and keeps what was typed', async () => {
  const session = await newSession(fixture.backend.cloud);
  await using context = await fixture.browser.newContext();
  const page = await openApp(context, fixture.appUrl);
  await page.reload();
  await fillFirstForm(page, 'Mickey');
  deploy(second);
  await signIn(page, session);
  await seesSecondVersion(page);
  await seesTyped(page, 'Mickey');
});

test('the same without a service worker, for any chunk', async () => {
  await using context = await fixture.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${fixture.appUrl}/pwausers`);
  await fillFirstForm(page, 'Mickey');
  await seesDraftSaved(page, 'Mickey', 'Mouse');
  deploy(second);
  await page.getByRole('link', { name: 'My entries' }).press('Enter');
  await page.getByText('Sign in to see your entries').waitFor();
  await page.goBack();
  await seesSecondVersion(page);
  await seesTyped(page, 'Mickey');
});

test('a chunk that stays missing is reported, and not requested over and over', async () => {
  await using context = await fixture.browser.newContext();
  const page = await openApp(context, fixture.appUrl);
  await page.reload();
  await fillFirstForm(page, 'Mickey');
  await seesDraftSaved(page, 'Mickey', 'Mouse');
  const assets = join(served, 'assets');
  for (const file of readdirSync(assets).filter((it) => it.startsWith('authenticator')))
    rmSync(join(assets, file));
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).press('Enter');
  // It says so before it is loaded again, too.
  await expect.poll(() => loads).toBe(1);
  await page.getByText('You need to be online to sign in').waitFor();
  expect(loads).toBe(1);
  await page.goBack();
  await seesTyped(page, 'Mickey');
});

test('if the network fails instead, the page stays, and continues when it is back', async () => {
  await using context = await fixture.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${fixture.appUrl}/pwausers`);
  await fillFirstForm(page, 'Mickey');
  await seesDraftSaved(page, 'Mickey', 'Mouse');
  // The part that recovers from missing chunks is loaded last.
  await page.waitForLoadState('networkidle');
  await context.route(`${fixture.appUrl}/**`, (route) => route.abort());
  await page.getByRole('link', { name: 'My entries' }).press('Enter');
  await page.getByRole('heading', { name: 'You need to be online to open this page' }).waitFor();
  await page.goBack();
  await seesTyped(page, 'Mickey');
  await context.unroute(`${fixture.appUrl}/**`);
  await page.getByRole('link', { name: 'API' }).press('Enter');
  await page.getByRole('heading', { name: 'API', level: 1 }).waitFor();
});

test('after a first visit the app works offline as soon as it is installed', async () => {
  const session = await newSession(fixture.backend.cloud);
  await using context = await fixture.browser.newContext();
  const page = await openApp(context, fixture.appUrl);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await signIn(page, session);
  await context.setOffline(true);
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  await context.setOffline(false);
  await seesNothingWaiting(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

function deploy(version: string): void {
  rmSync(served, { recursive: true, force: true });
  cpSync(version, served, { recursive: true });
}

/** Brings the app to the front again, which is when it checks for a new version. */
async function bringToFront(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

async function seesSecondVersion(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Join us again', level: 1 }).waitFor();
}
