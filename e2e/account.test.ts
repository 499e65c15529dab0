import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { password } from './person.ts';
import { rowsIn } from './rows.ts';
import { openStage, type Stage } from './stage.ts';
import { signInOnPage } from './sign-in-page.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage[Symbol.asyncDispose]());

const email = 'marker-mail@example.com';
const markers = ['Marker-first', 'Marker-last', 'marker-mail'];

test('given entries of all kinds, when a person erases themselves, then nothing they said is left', async () => {
  const { world, appUrl, browser } = stage;
  const { cloud } = world;
  await cloud.cognito.createPerson({ email, password, groups: [] });
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  await signIn(page, appUrl);

  // Given: one that stands, one withdrawn, one that waits.
  for (const last of ['Marker-last one', 'Marker-last two']) {
    await submit(page, last);
    await page.getByRole('button', { name: 'Send another' }).press('Enter');
  }
  await page.getByRole('link', { name: 'My entries' }).first().click();
  await page.getByRole('button', { name: 'Withdraw' }).first().click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  const [row] = await rowsIn(cloud);
  const owner = String(row?.['pk']);
  expect(JSON.stringify(await rowsIn(cloud))).toContain('Marker-last');

  // The file with everything has both.
  await page.goto(`${appUrl}/account`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download everything about me' }).click();
  const saved = readFileSync(await (await saving).path(), 'utf8');
  expect(JSON.parse(saved)).toMatchObject({ account: { email }, entries: [{}, {}] });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  // When.
  await page.getByRole('link', { name: 'Erase me' }).click();
  await page.getByRole('heading', { name: 'Erase your account and entries' }).waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByLabel(/To confirm/).fill(email);
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('heading', { name: 'Your account and 2 entries are erased' }).waitFor();
  await page.getByText('Not signed in').waitFor();

  // Then: tombstones without a word, no account, nothing in the log, nothing on the device.
  const rows = await rowsIn(cloud);
  expect(rows.filter((it) => it['pk'] === owner).length).toBeGreaterThan(0);
  expect(markersIn(JSON.stringify(rows))).toEqual([]);
  expect(markersIn(world.log.join('\n'))).toEqual([]);
  for (const file of filesIn(join(world.folder, 'state')).filter((it) => it.endsWith('.json')))
    expect([file, ...markersIn(readFileSync(file, 'utf8'))]).toEqual([file]);
  expect(await onDevice(page)).toEqual({ parcels: 0, drafts: 0, copies: 0, keys: 0, tokens: 0 });
  await page.goto(`${appUrl}/sign-in`);
  await signInOnPage(page, { email });
  await page.getByText(/Incorrect email or password/).waitFor();
  await context.close();
});

async function signIn(page: Page, appUrl: string): Promise<void> {
  await page.goto(`${appUrl}/sign-in?return=/pwausers`);
  await signInOnPage(page, { email });
  await page.getByText('You are signed in').waitFor();
}

async function submit(page: Page, last: string): Promise<void> {
  await page.getByLabel('First name').fill('Marker-first');
  await page.getByLabel('Last name').fill(last);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('heading', { name: 'Delivered' }).waitFor();
}

function markersIn(text: string): readonly string[] {
  return markers.filter((it) => text.includes(it));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}

/** How much the browser's database holds. */
function onDevice(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('formstead');
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('No database')));
    });
    const counts = ['parcels', 'drafts', 'copies', 'keys', 'tokens'].map(
      (name) =>
        new Promise<[string, number]>((resolve) => {
          const request = database.transaction(name).objectStore(name).count();
          request.addEventListener('success', () => resolve([name, request.result]));
        }),
    );
    return Object.fromEntries(await Promise.all(counts));
  });
}
