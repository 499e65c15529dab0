import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openDevice, seesDelivered, seesKept, seesTyped, send } from './device.ts';
import { test } from './field-test.ts';

test('half typed on one device, changed on another, loaded again: both changes arrive', async ({
  field,
}) => {
  // Given an entry, and a change to its first name that is typed on one device and not sent.
  await using here = await openDevice(field);
  await send(here.page, 'Mickey');
  await seesDelivered(here.page);
  await toChange(here.page);
  await here.page.getByLabel('First name').fill('Minnie');
  await seesKept(here.page);

  // When another device gives it another last name, and the page is loaded again here, and sent.
  await using there = await openDevice(field, here.session);
  await toChange(there.page);
  await there.page.getByLabel('Last name').fill('Duck');
  await there.page.getByLabel('Last name').press('Enter');
  await seesDelivered(there.page);
  await here.page.reload();
  await seesTyped(here.page, 'Minnie');
  await here.page.getByText('This entry was changed elsewhere').waitFor();
  await here.page.getByLabel('First name').press('Enter');
  await seesDelivered(here.page);

  // Then the entry says both.
  const [row] = await field.rowsOf(here.session);
  expect(row?.['answers']).toMatchObject({ fname: 'Minnie', lname: 'Duck' });
});

test('two tabs change one waiting entry: both changes arrive as one entry', async ({ field }) => {
  // Given an entry that waits, opened to be changed in two tabs.
  await using device = await openDevice(field);
  const { page, context, session } = device;
  await context.setOffline(true);
  await send(page, 'Mickey');
  await page.getByRole('heading', { name: 'Saved on this device' }).waitFor();
  const other = await context.newPage();
  await other.goto(page.url());
  await toChange(page);
  await toChange(other);

  // When each changes another field, and the network comes back.
  await page.getByLabel('First name').fill('Minnie');
  await page.getByLabel('First name').press('Enter');
  await page.getByRole('heading', { name: 'Saved on this device' }).waitFor();
  await other.getByLabel('Last name').fill('Duck');
  await other.getByLabel('Last name').press('Enter');
  await other.getByRole('heading', { name: 'Saved on this device' }).waitFor();
  await context.setOffline(false);
  await seesDelivered(other);

  // Then it is one entry with both.
  const rows = await field.rowsOf(session);
  expect(rows.map((it) => it['answers'])).toMatchObject([{ fname: 'Minnie', lname: 'Duck' }]);
});

async function toChange(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'My entries' }).press('Enter');
  await page.getByRole('link', { name: 'Edit' }).press('Enter');
  await page.getByLabel('First name').waitFor();
}
