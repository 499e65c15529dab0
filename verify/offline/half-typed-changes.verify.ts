import { expect } from 'vitest';
import {
  openDevice,
  seesDelivered,
  seesDraftSaved,
  seesTyped,
  submitEntry,
} from '../../e2e/testing/offline/app-on-device.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';
import { editEntry } from '../../e2e/testing/browser/entries-steps.ts';

test('half typed on one device, changed on another, reloaded: both changes arrive', async ({
  fixture,
}) => {
  // Given an entry, and a change of its first name that is typed on one device but not sent.
  await using here = await openDevice(fixture);
  await submitEntry(here.page, 'Mickey');
  await seesDelivered(here.page);
  await editEntry(here.page);
  await here.page.getByLabel('First name').fill('Minnie');
  await seesDraftSaved(here.page, 'Minnie');

  // When another device changes the last name, and the page is reloaded here and sent.
  await using there = await openDevice(fixture, here.session);
  await editEntry(there.page);
  await there.page.getByLabel('Last name').fill('Duck');
  await there.page.getByLabel('Last name').press('Enter');
  await seesDelivered(there.page);
  await here.page.reload();
  await seesTyped(here.page, 'Minnie');
  await here.page.getByText('This entry was changed elsewhere').waitFor();
  await here.page.getByLabel('First name').press('Enter');
  await seesDelivered(here.page);

  // Then the entry has both changes.
  const [row] = await fixture.rowsOf(here.session);
  expect(row?.['answers']).toMatchObject({ fname: 'Minnie', lname: 'Duck' });
});

test('two tabs change one queued entry: both changes arrive as one entry', async ({ fixture }) => {
  // Given a queued entry, opened for editing in two tabs.
  await using device = await openDevice(fixture);
  const { page, context, session } = device;
  await context.setOffline(true);
  await submitEntry(page, 'Mickey');
  await page.getByRole('heading', { name: 'Saved on this device' }).waitFor();
  const other = await context.newPage();
  await other.goto(page.url());
  await editEntry(page);
  await editEntry(other);

  // When each tab changes another field, and the network returns.
  await page.getByLabel('First name').fill('Minnie');
  await page.getByLabel('First name').press('Enter');
  await page.getByRole('heading', { name: 'Saved on this device' }).waitFor();
  await other.getByLabel('Last name').fill('Duck');
  await other.getByLabel('Last name').press('Enter');
  await other.getByRole('heading', { name: 'Saved on this device' }).waitFor();
  await context.setOffline(false);
  await seesDelivered(other);

  // Then one entry has both changes.
  const rows = await fixture.rowsOf(session);
  expect(rows.map((it) => it['answers'])).toMatchObject([{ fname: 'Minnie', lname: 'Duck' }]);
});
