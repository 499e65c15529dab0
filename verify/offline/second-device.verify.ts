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
import {
  chooseWithdrawn,
  editEntry,
  entryLine,
  openEntries,
  openEntry,
} from '../../e2e/testing/browser/entries-steps.ts';

test('an entry withdrawn on one device disappears on the other, and returns when it is restored', async ({
  fixture,
}) => {
  // Given one person with two devices that both show an entry.
  await using here = await openDevice(fixture);
  await submitEntry(here.page, 'Mickey');
  await seesDelivered(here.page);
  await using there = await openDevice(fixture, here.session);
  await openEntries(here.page);
  await openEntry(here.page);
  await openEntries(there.page);
  await entryLine(there.page, 'Mickey').waitFor();

  // When one of them withdraws it.
  await here.page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await here.page.getByRole('button', { name: 'Undo' }).waitFor();
  await untilRow(fixture, here.session, (row) => typeof row?.['deletedAt'] === 'string');

  // Then the other lists it among the withdrawn only.
  await there.page.reload();
  await there.page.getByText('You have not sent anything yet').waitFor();
  await chooseWithdrawn(there.page);
  await entryLine(there.page, 'Mickey').waitFor();

  // When the first restores it.
  await here.page.getByRole('button', { name: 'Undo' }).press('Enter');
  await here.page.getByRole('button', { name: 'Withdraw' }).waitFor();
  await untilRow(
    fixture,
    here.session,
    (row) => row !== undefined && row['deletedAt'] === undefined,
  );

  // Then the other shows it as before, and the table has it once.
  await openEntries(there.page);
  await there.page.reload();
  await openEntry(there.page, 'Mickey');
  await there.page.getByRole('main').getByRole('link', { name: 'Edit' }).waitFor();
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
  await openEntry(there.page, 'Mickey');
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
  await entryLine(there.page, 'Minnie').waitFor();
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
  await openEntry(here.page);
  await here.page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await untilRow(fixture, here.session, (row) => typeof row?.['deletedAt'] === 'string');

  // When the other restores it.
  await using there = await openDevice(fixture, here.session);
  await openEntries(there.page);
  await chooseWithdrawn(there.page);
  await openEntry(there.page);
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

async function change({ page }: AppOnDevice, name: string): Promise<void> {
  await editEntry(page);
  await page.getByLabel('First name').fill(name);
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);
}

/** Waits until the person's only row is as expected. */
async function untilRow(
  fixture: OfflineFixture,
  session: AmplifySession,
  isExpected: (row: Readonly<Record<string, unknown>> | undefined) => boolean,
): Promise<void> {
  await expect.poll(async () => isExpected((await fixture.rowsOf(session))[0])).toBe(true);
}
