import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  openDevice,
  seesDelivered,
  seesNothingWaiting,
  submitEntry,
  type AppOnDevice,
} from '../../e2e/testing/offline/app-on-device.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';
import type { OfflineFixture } from '../../e2e/testing/offline/offline-fixture.ts';
import type { AmplifySession } from '../../e2e/testing/offline/amplify-session.ts';

test('an entry withdrawn on one device disappears on the other, and returns when it is restored', async ({
  fixture,
}) => {
  // Given one person with two devices that both show an entry.
  await using here = await openDevice(fixture);
  await submitEntry(here.page, 'Mickey');
  await seesDelivered(here.page);
  await using there = await openDevice(fixture, here.session);
  await openEntries(here.page);
  await openEntries(there.page);
  await card(there.page).waitFor();

  // When one of them withdraws it.
  await here.page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await here.page.getByRole('button', { name: 'Undo' }).waitFor();
  await untilRow(fixture, here.session, (row) => typeof row?.['deletedAt'] === 'string');

  // Then the other lists it among the withdrawn only.
  await there.page.reload();
  await there.page.getByText('Nothing here yet').waitFor();
  await there.page.getByRole('link', { name: 'Withdrawn entries' }).press('Enter');
  await card(there.page).waitFor();

  // When the first restores it.
  await here.page.getByRole('button', { name: 'Undo' }).press('Enter');
  await here.page.getByRole('button', { name: 'Withdraw' }).waitFor();
  await untilRow(
    fixture,
    here.session,
    (row) => row !== undefined && row['deletedAt'] === undefined,
  );

  // Then the other shows it as before, and the table has it once.
  await there.page.getByRole('link', { name: 'Back to my entries' }).press('Enter');
  await there.page.reload();
  await card(there.page).getByRole('link', { name: 'Edit' }).waitFor();
  expect(await fixture.stored(here.session)).toMatchObject([{ name: 'Mickey' }]);
});

test('withdrawn offline and changed elsewhere meanwhile, nothing is lost unnoticed', async ({
  fixture,
}) => {
  // Given an entry on two devices, one of which is offline.
  await using here = await openDevice(fixture);
  await submitEntry(here.page, 'Mickey');
  await seesDelivered(here.page);
  await using there = await openDevice(fixture, here.session);
  await openEntries(there.page);
  await card(there.page).waitFor();
  await there.context.setOffline(true);

  // When that one withdraws and restores the entry while the other changes it.
  await there.page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await there.page.getByRole('button', { name: 'Undo' }).press('Enter');
  await there.page.getByRole('button', { name: 'Withdraw' }).waitFor();
  await change(here, 'Minnie');

  // Then nothing of that was sent, and both show the change.
  await there.context.setOffline(false);
  await seesNothingWaiting(there.page);
  await openEntries(there.page);
  await there.page.reload();
  await there.page.getByText('Minnie').waitFor();
  expect(await fixture.stored(here.session)).toMatchObject([{ name: 'Minnie' }]);
});

test('an entry withdrawn on one device can be restored on the other, and the first one shows it', async ({
  fixture,
}) => {
  // Given an entry that was withdrawn on one device.
  await using here = await openDevice(fixture);
  await submitEntry(here.page, 'Mickey');
  await seesDelivered(here.page);
  await openEntries(here.page);
  await here.page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await untilRow(fixture, here.session, (row) => typeof row?.['deletedAt'] === 'string');

  // When the other restores it.
  await using there = await openDevice(fixture, here.session);
  await openEntries(there.page);
  await there.page.getByRole('link', { name: 'Withdrawn entries' }).press('Enter');
  await there.page.getByRole('button', { name: 'Restore' }).press('Enter');
  await untilRow(
    fixture,
    here.session,
    (row) => row !== undefined && row['deletedAt'] === undefined,
  );

  // Then the first shows it too, and can change it.
  await here.page.reload();
  await change(here, 'Minnie');
  expect(await fixture.stored(here.session)).toMatchObject([{ name: 'Minnie' }]);
});

async function openEntries(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'My entries' }).press('Enter');
  await page.getByRole('heading', { name: 'My entries', level: 1 }).waitFor();
}

async function change({ page }: AppOnDevice, name: string): Promise<void> {
  await openEntries(page);
  await page.getByRole('link', { name: 'Edit' }).press('Enter');
  await page.getByLabel('First name').fill(name);
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);
}

function card(page: Page) {
  return page.getByRole('listitem').filter({ has: page.getByText('Mickey', { exact: true }) });
}

/** Waits until the person's only row is as expected. */
async function untilRow(
  fixture: OfflineFixture,
  session: AmplifySession,
  isExpected: (row: Readonly<Record<string, unknown>> | undefined) => boolean,
): Promise<void> {
  await expect.poll(async () => isExpected((await fixture.rowsOf(session))[0])).toBe(true);
}
