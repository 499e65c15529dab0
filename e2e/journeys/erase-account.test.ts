import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { password } from '../testing/backend/signed-in-person.ts';
import { tableRows } from '../testing/backend/table-rows.ts';
import { openBrowserFixture, type BrowserFixture } from '../testing/browser/browser-fixture.ts';
import { signInOnPage } from '../testing/browser/sign-in-steps.ts';
import { signInLink } from '../testing/browser/menu-steps.ts';
import { openEntries, openEntry } from '../testing/browser/entries-steps.ts';

let fixture: BrowserFixture;

beforeAll(async () => {
  fixture = await openBrowserFixture();
});

afterAll(() => fixture[Symbol.asyncDispose]());

const email = 'marker-mail@example.com';
const uniqueTexts = ['Marker-first', 'Marker-last', 'marker-mail'];

test('given entries of all kinds, when a person erases their account, then no answers are left', async () => {
  const { backend, appUrl, browser } = fixture;
  const { cloud } = backend;
  await cloud.cognito.createPerson({ email, password, groups: [] });
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  await signIn(page, appUrl);

  // Given one delivered entry, one withdrawn and one queued.
  for (const last of ['Marker-last one', 'Marker-last two']) {
    await submit(page, last);
    await page.getByRole('button', { name: 'Fill in another' }).press('Enter');
  }
  await openEntries(page);
  await openEntry(page);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('button', { name: 'Undo' }).waitFor();
  const [row] = await tableRows(cloud);
  const owner = String(row?.['pk']);
  expect(JSON.stringify(await tableRows(cloud))).toContain('Marker-last');

  // The downloaded file contains both.
  await page.goto(`${appUrl}/account`);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my data' }).click();
  const saved = readFileSync(await (await saving).path(), 'utf8');
  expect(JSON.parse(saved)).toMatchObject({ account: { email }, entries: [{}, {}] });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  // When the account is erased.
  await page.getByRole('link', { name: 'Erase my account' }).click();
  await page.getByRole('heading', { name: 'Erase your account and entries' }).waitFor();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByLabel(/To confirm/).fill(email);
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page
    .getByRole('heading', { name: 'Your account and 2 entries have been erased' })
    .waitFor();
  await signInLink(page).waitFor();

  // Then only tombstones without answers are left; no account, nothing in the log, nothing on the device.
  const rows = await tableRows(cloud);
  expect(rows.filter((it) => it['pk'] === owner).length).toBeGreaterThan(0);
  expect(uniqueTextsIn(JSON.stringify(rows))).toEqual([]);
  expect(uniqueTextsIn(backend.log.join('\n'))).toEqual([]);
  for (const file of filesIn(join(backend.folder, 'state')).filter((it) => it.endsWith('.json')))
    expect([file, ...uniqueTextsIn(readFileSync(file, 'utf8'))]).toEqual([file]);
  expect(await recordCounts(page)).toEqual({
    parcels: 0,
    drafts: 0,
    copies: 0,
    keys: 0,
    tokens: 0,
  });
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
  await page.getByRole('heading', { name: 'Sent', exact: true }).waitFor();
}

function uniqueTextsIn(text: string): readonly string[] {
  return uniqueTexts.filter((it) => text.includes(it));
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));
}

/** The number of records in each store of the browser's database. */
function recordCounts(page: Page): Promise<Record<string, number>> {
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
