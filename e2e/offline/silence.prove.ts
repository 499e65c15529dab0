import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { fair, held } from '../fates.ts';
import {
  beSignedIn,
  openDevice,
  openOutbox,
  save,
  seesDelivered,
  seesNothingWaiting,
  seesSaved,
  send,
} from './device.ts';
import { test } from './field-test.ts';
import { holdLock, keepBusy, keepFromOpening, openOtherTab } from './other-tab.ts';
import { expired } from './session.ts';

/** Milliseconds, within which what does not answer is named. On a loaded machine: they take a third of it. */
const named = { timeout: 45_000 };

const silentStorage = 'This device’s storage does not answer';
const otherTab = 'Another tab of this app keeps this one from sending';
const noConnection = 'There is no connection to the server';

async function sees(page: Page, words: string): Promise<void> {
  const from = Date.now();
  await page.getByText(words).first().waitFor(named);
  process.stdout.write(`  “${words}” after ${((Date.now() - from) / 1000).toFixed(1)} s\n`);
}

test('an outbox that cannot be opened is named, and read once it can be', async ({ field }) => {
  await using device = await openDevice(field);
  const { page } = device;
  await field.weather.api.cut();
  await save(page, 'Mickey');
  const other = await openOtherTab(device, field);
  await keepFromOpening(other);
  await page.goto(`${field.appUrl}/outbox`);
  await sees(page, silentStorage);
  expect(await page.getByText('Nothing waits').count()).toBe(0);
  await other.close();
  await page.getByText('New entry').waitFor(named);
  await field.weather.api.mend();
  await page.getByRole('button', { name: 'Send now' }).press('Enter');
  await page.getByText('Nothing waits: everything is delivered.').waitFor(named);
});

test('what is typed while the drafts do not answer is named, and kept once they do', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page } = device;
  const other = await openOtherTab(device, field);
  await keepBusy(other, 'drafts');
  await page.getByLabel('First name').fill('Mickey');
  await sees(page, silentStorage);
  await other.close();
  await page.getByText(silentStorage).waitFor({ ...named, state: 'detached' });
  await page.reload();
  const typed = () => page.getByLabel('First name').inputValue();
  await expect.poll(typed, named).toBe('Mickey');
});

test.for([
  ['the outbox’s lock', (username: string) => `formstead:outbox:${username}`],
  ['the tokens’ lock', () => 'formstead:tokens'],
] as const)(
  '%s, never given back, is named; once it is, what waits leaves',
  async ([, lock], { field }) => {
    await using device = await openDevice(field);
    const { page, session } = device;
    const other = await openOtherTab(device, field);
    await holdLock(other, lock(session.username));
    await send(page, 'Mickey');
    await seesSaved(page);
    await sees(page, otherTab);
    await openOutbox(page);
    await sees(page, otherTab);
    await other.close();
    await page.getByText('Nothing waits: everything is delivered.').waitFor(named);
    expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
  },
);

test('a renewal that nobody answers is named; once it is answered, what waits leaves', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, session } = device;
  const never = held();
  field.weather.cognito.brings(never.fate);
  await beSignedIn(page, expired(session));
  await send(page, 'Mickey');
  await seesSaved(page);
  await sees(page, noConnection);
  field.weather.cognito.brings(fair);
  never.release(fair);
  await page.getByRole('button', { name: 'Try now' }).press('Enter');
  await page.getByRole('heading', { name: 'Delivered', level: 1 }).waitFor(named);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('a request that nobody answers is named; once somebody does, it is stored once', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, session } = device;
  const never = held();
  field.weather.api.brings(never.fate, fair);
  await send(page, 'Mickey');
  await seesSaved(page);
  await sees(page, noConnection);
  never.release(fair);
  await seesDelivered(page);
  await seesNothingWaiting(page);
  expect(await field.stored(session)).toHaveLength(1);
});
