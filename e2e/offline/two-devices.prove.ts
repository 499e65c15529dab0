import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openDevice, seesDelivered, seesNothingWaiting, send, type Device } from './device.ts';
import { test } from './field-test.ts';
import type { Field } from './field.ts';
import type { Session } from './session.ts';

test('what one device withdraws is gone on the other; undone, it is back there as well', async ({
  field,
}) => {
  // Given one person with two devices, and an entry that both show.
  await using here = await openDevice(field);
  await send(here.page, 'Mickey');
  await seesDelivered(here.page);
  await using there = await openDevice(field, here.session);
  await openEntries(here.page);
  await openEntries(there.page);
  await card(there.page).waitFor();

  // When one of them takes it back.
  await here.page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await here.page.getByRole('button', { name: 'Undo' }).waitFor();
  await untilRow(field, here.session, (row) => typeof row?.['deletedAt'] === 'string');

  // Then the other does not list it any more, but among the withdrawn.
  await there.page.reload();
  await there.page.getByText('Nothing here yet').waitFor();
  await there.page.getByRole('link', { name: 'Withdrawn entries' }).press('Enter');
  await card(there.page).waitFor();

  // When the first undoes it.
  await here.page.getByRole('button', { name: 'Undo' }).press('Enter');
  await here.page.getByRole('button', { name: 'Withdraw' }).waitFor();
  await untilRow(field, here.session, (row) => row !== undefined && row['deletedAt'] === undefined);

  // Then it is on the other as it was, and in the table once.
  await there.page.getByRole('link', { name: 'Back to my entries' }).press('Enter');
  await there.page.reload();
  await card(there.page).getByRole('link', { name: 'Edit' }).waitFor();
  expect(await field.stored(here.session)).toMatchObject([{ name: 'Mickey' }]);
});

test('withdrawn without a network and changed elsewhere meanwhile, nothing is lost unseen', async ({
  field,
}) => {
  // Given one entry on two devices, one of which has lost its network.
  await using here = await openDevice(field);
  await send(here.page, 'Mickey');
  await seesDelivered(here.page);
  await using there = await openDevice(field, here.session);
  await openEntries(there.page);
  await card(there.page).waitFor();
  await there.context.setOffline(true);

  // When that one takes the entry back and thinks better of it, while the other changes it.
  await there.page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await there.page.getByRole('button', { name: 'Undo' }).press('Enter');
  await there.page.getByRole('button', { name: 'Withdraw' }).waitFor();
  await change(here, 'Minnie');

  // Then what was undone never left it, and the change is what both show.
  await there.context.setOffline(false);
  await seesNothingWaiting(there.page);
  await openEntries(there.page);
  await there.page.reload();
  await there.page.getByText('Minnie').waitFor();
  expect(await field.stored(here.session)).toMatchObject([{ name: 'Minnie' }]);
});

test('what is withdrawn on one device can be restored on the other, and the first one learns of it', async ({
  field,
}) => {
  // Given an entry withdrawn on one device.
  await using here = await openDevice(field);
  await send(here.page, 'Mickey');
  await seesDelivered(here.page);
  await openEntries(here.page);
  await here.page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await untilRow(field, here.session, (row) => typeof row?.['deletedAt'] === 'string');

  // When the other restores it.
  await using there = await openDevice(field, here.session);
  await openEntries(there.page);
  await there.page.getByRole('link', { name: 'Withdrawn entries' }).press('Enter');
  await there.page.getByRole('button', { name: 'Restore' }).press('Enter');
  await untilRow(field, here.session, (row) => row !== undefined && row['deletedAt'] === undefined);

  // Then it stands on the first as well, and can be changed there.
  await here.page.reload();
  await change(here, 'Minnie');
  expect(await field.stored(here.session)).toMatchObject([{ name: 'Minnie' }]);
});

async function openEntries(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'My entries' }).press('Enter');
  await page.getByRole('heading', { name: 'My entries', level: 1 }).waitFor();
}

async function change({ page }: Device, name: string): Promise<void> {
  await openEntries(page);
  await page.getByRole('link', { name: 'Edit' }).press('Enter');
  await page.getByLabel('First name').fill(name);
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);
}

function card(page: Page) {
  return page.getByRole('listitem').filter({ has: page.getByText('Mickey', { exact: true }) });
}

/** The one row of somebody, once it is as it should be. */
async function untilRow(
  field: Field,
  session: Session,
  is: (row: Readonly<Record<string, unknown>> | undefined) => boolean,
): Promise<void> {
  await expect.poll(async () => is((await field.rowsOf(session))[0])).toBe(true);
}
