import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { noFault, pausedRequest } from '../../e2e/testing/network/network-faults.ts';
import {
  putSession,
  openDevice,
  openOutbox,
  saveEntries,
  seesDelivered,
  seesNothingWaiting,
  seesSaved,
  submitEntry,
} from '../../e2e/testing/offline/app-on-device.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';
import {
  holdLock,
  holdStore,
  blockDatabaseOpening,
  openOtherTab,
} from '../../e2e/testing/offline/other-tab.ts';
import { withExpiredTokens } from '../../e2e/testing/offline/amplify-session.ts';

/**
 * Milliseconds within which the page must name what does not answer. It takes a third of that, but machines
 * may be busy.
 */
const withTimeout = { timeout: 45_000 };

const silentStorage = 'This device’s storage is not responding';
const otherTab = 'Another tab of this app is preventing this one from sending';
const noConnection = 'Cannot reach the server';

async function seesWithin(page: Page, text: string): Promise<void> {
  const from = Date.now();
  await page.getByText(text).first().waitFor(withTimeout);
  process.stdout.write(`  “${text}” after ${((Date.now() - from) / 1000).toFixed(1)} s\n`);
}

test('an outbox that does not open is reported, and shown once it does', async ({ fixture }) => {
  await using device = await openDevice(fixture);
  const { page } = device;
  await fixture.network.api.cut();
  await saveEntries(page, 'Mickey');
  const other = await openOtherTab(device, fixture);
  await blockDatabaseOpening(other);
  await page.goto(`${fixture.appUrl}/outbox`);
  await seesWithin(page, silentStorage);
  expect(await page.getByText('Nothing waits').count()).toBe(0);
  await other.close();
  await page.getByText('New entry').waitFor(withTimeout);
  await fixture.network.api.restore();
  await page.getByRole('button', { name: 'Send now' }).press('Enter');
  await page.getByText('Everything has been sent.').waitFor(withTimeout);
});

test('typing while the drafts do not answer is reported, and saved once they do', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page } = device;
  const other = await openOtherTab(device, fixture);
  await holdStore(other, 'drafts');
  await page.getByLabel('First name').fill('Mickey');
  await seesWithin(page, silentStorage);
  await other.close();
  await page.getByText(silentStorage).waitFor({ ...withTimeout, state: 'detached' });
  await page.reload();
  const typed = () => page.getByLabel('First name').inputValue();
  await expect.poll(typed, withTimeout).toBe('Mickey');
});

test.for([
  ['the outbox’s lock', (username: string) => `formstead:outbox:${username}`],
  ['the tokens’ lock', () => 'formstead:tokens'],
] as const)(
  '%s, never given back, is named; once it is, what waits leaves',
  async ([, lock], { fixture }) => {
    await using device = await openDevice(fixture);
    const { page, session } = device;
    const other = await openOtherTab(device, fixture);
    await holdLock(other, lock(session.username));
    await submitEntry(page, 'Mickey');
    await seesSaved(page);
    await seesWithin(page, otherTab);
    await openOutbox(page);
    await seesWithin(page, otherTab);
    await other.close();
    await page.getByText('Everything has been sent.').waitFor(withTimeout);
    expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
  },
);

test('an unanswered renewal is reported; once it is answered, queued entries are sent', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, session } = device;
  const neverAnswered = pausedRequest();
  fixture.network.cognito.inject(neverAnswered.fault);
  await putSession(page, withExpiredTokens(session));
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  await seesWithin(page, noConnection);
  fixture.network.cognito.inject(noFault);
  neverAnswered.release(noFault);
  await page.getByRole('button', { name: 'Try now' }).press('Enter');
  await page.getByRole('heading', { name: 'Sent', exact: true, level: 1 }).waitFor(withTimeout);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('an unanswered request is reported; once it is answered, the entry is stored once', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, session } = device;
  const neverAnswered = pausedRequest();
  fixture.network.api.inject(neverAnswered.fault, noFault);
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  await seesWithin(page, noConnection);
  neverAnswered.release(noFault);
  await seesDelivered(page);
  await seesNothingWaiting(page);
  expect(await fixture.stored(session)).toHaveLength(1);
});
