import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtWith, withOrigins } from '../origins.ts';
import { buildChanged } from './changed-app.ts';
import {
  fill,
  openApp,
  openDevice,
  seesDelivered,
  seesKept,
  seesNothingWaiting,
  seesSaved,
  seesTyped,
  send,
  signIn,
} from './device.ts';
import { built, openField, type Field } from './field.ts';
import { newSession } from './session.ts';

const first = built();
const folder = mkdtempSync(join(tmpdir(), 'formstead-updates-'));
const second = join(folder, 'second');
const served = join(folder, 'served');
let field: Field;

/** Another version of the app: one sentence of it is another one, and with it the name of every chunk. */
beforeAll(async () => {
  deploy(first);
  field = await openField(served);
  const outputs = withOrigins(await field.world.cloud.outputs(), builtWith);
  await buildChanged({ words: ["'Join us'", "'Join us again'"], outputs, outDir: second });
});

afterAll(async () => {
  await field[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

beforeEach(() => deploy(first));

test('a new version is offered; taking it keeps what is half typed, in both tabs', async () => {
  await using device = await openDevice(field);
  const { page, context, session } = device;
  const other = await openApp(context, field.appUrl);
  await fill(page, 'Mickey');
  await fill(other, 'Minnie');
  deploy(second);
  await lookAgain(page);
  await page.getByRole('button', { name: 'Reload' }).press('Enter');
  await seesSecondVersion(page);
  await seesSecondVersion(other);
  await seesTyped(page, 'Mickey');
  await seesTyped(other, 'Minnie');
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('so can somebody who is here for the first time', async () => {
  await using context = await field.browser.newContext();
  const page = await openApp(context, field.appUrl);
  await fill(page, 'Mickey');
  deploy(second);
  await lookAgain(page);
  await page.getByRole('button', { name: 'Reload' }).press('Enter');
  await seesSecondVersion(page);
  await seesTyped(page, 'Mickey');
});

test('an old tab that asks for a part that is gone gets the new version, and keeps what was typed', async () => {
  const session = await newSession(field.world.cloud);
  await using context = await field.browser.newContext();
  const page = await openApp(context, field.appUrl);
  await page.reload();
  await fill(page, 'Mickey');
  deploy(second);
  await signIn(page, session);
  await seesSecondVersion(page);
  await seesTyped(page, 'Mickey');
});

test('without a service worker as well, whichever part it is', async () => {
  await using context = await field.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${field.appUrl}/pwausers`);
  await fill(page, 'Mickey');
  await seesKept(page);
  deploy(second);
  await page.getByRole('link', { name: 'My entries' }).press('Enter');
  await page.getByText('Sign in to see what you have sent').waitFor();
  await page.getByRole('link', { name: /^Join us/ }).press('Enter');
  await seesSecondVersion(page);
  await seesTyped(page, 'Mickey');
});

test('a part that stays missing is told, and not asked for over and over', async () => {
  await using context = await field.browser.newContext();
  const page = await openApp(context, field.appUrl);
  await page.reload();
  await fill(page, 'Mickey');
  await seesKept(page);
  const assets = join(served, 'assets');
  for (const file of readdirSync(assets).filter((it) => it.startsWith('authenticator')))
    rmSync(join(assets, file));
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.getByRole('banner').getByRole('link', { name: 'Sign in', exact: true }).press('Enter');
  await page.getByText('Signing in needs a network').waitFor();
  expect(loads).toBe(1);
  await page.getByRole('link', { name: /^Join us/ }).press('Enter');
  await seesTyped(page, 'Mickey');
});

test('where the network fails instead, the page stays, and goes on when it is back', async () => {
  await using context = await field.browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${field.appUrl}/pwausers`);
  await fill(page, 'Mickey');
  await seesKept(page);
  await context.route(`${field.appUrl}/**`, (route) => route.abort());
  await page.getByRole('link', { name: 'My entries' }).press('Enter');
  await page.getByRole('heading', { name: 'This page could not be shown' }).waitFor();
  await page.getByRole('link', { name: /^Join us/ }).press('Enter');
  await seesTyped(page, 'Mickey');
  await context.unroute(`${field.appUrl}/**`);
  await page.getByRole('link', { name: 'For developers: the API' }).press('Enter');
  await page.getByRole('heading', { name: 'API', level: 1 }).waitFor();
});

test('on a first visit the network may go as soon as the app is installed', async () => {
  const session = await newSession(field.world.cloud);
  await using context = await field.browser.newContext();
  const page = await openApp(context, field.appUrl);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await signIn(page, session);
  await context.setOffline(true);
  await send(page, 'Mickey');
  await seesSaved(page);
  await context.setOffline(false);
  await seesNothingWaiting(page);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

function deploy(version: string): void {
  rmSync(served, { recursive: true, force: true });
  cpSync(version, served, { recursive: true });
}

/** As when the app comes to the front again: that is when it asks for a new version. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

async function seesSecondVersion(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Join us again', level: 1 }).waitFor();
}
