import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { noFault, problemResponse } from '../testing/network/network-faults.ts';
import {
  discard,
  openDevice,
  openOutbox,
  saveEntries,
  seesDelivered,
  seesDraftSaved,
  seesNothingWaiting,
  seesSaved,
  seesTyped,
  submitEntry,
} from '../testing/offline/app-on-device.ts';
import { test } from '../testing/offline/offline-test.ts';
import { editEntry } from '../testing/browser/entries-steps.ts';

/** A server whose form has become stricter than the app's. */
const stricter = problemResponse({
  status: 422,
  code: 'invalid',
  title: 'Some answers cannot be accepted',
  errors: [{ field: 'fname', message: 'Enter a first name without digits' }],
});

test('a problem that the server reports appears beside its field; corrected, the same entry is delivered', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, session } = device;
  fixture.network.api.inject(stricter, noFault);
  await submitEntry(page, 'Mickey 1');
  await page.getByRole('link', { name: 'Enter a first name without digits' }).waitFor();
  await seesTyped(page, 'Mickey 1');
  await page.getByLabel('First name').fill('Mickey');
  await seesDraftSaved(page, '"Mickey"');
  await page.reload();
  await seesTyped(page, 'Mickey');
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 2 }]);
});

test('an entry refused in the background waits in the outbox and does not block others', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, context, session } = device;
  await context.setOffline(true);
  const names = ['Ada', 'Bob', 'Carol', 'Dora'];
  await saveEntries(page, ...names);
  await openOutbox(page);
  await page.getByText('Saved on this device').nth(3).waitFor();
  fixture.network.api.inject(stricter, stricter, stricter, noFault);
  await context.setOffline(false);
  await page.getByText('Needs your attention').nth(2).waitFor();
  await expect.poll(() => fixture.stored(session)).toMatchObject([{ attempts: 1 }]);
  // After a few attempts offline, the change that has failed least goes first.
  const [delivered] = await fixture.stored(session);
  const refused = names.filter((it) => it !== delivered?.name);
  const [corrected = '', triedAgain = '', discardedName = ''] = refused;
  await page.getByText('First name: Enter a first name without digits').first().waitFor();

  const discarded = card(page, discardedName);
  await discard(discarded, page);
  await discarded.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  const download = page.waitForEvent('download');
  await discarded.getByRole('button', { name: 'Download' }).press('Enter');
  expect((await download).suggestedFilename()).toMatch(/^outbox-.*\.json$/);
  await discard(discarded, page);
  await discarded.waitFor({ state: 'detached' });

  await card(page, triedAgain).getByRole('button', { name: 'Try again' }).press('Enter');
  await expect.poll(async () => (await fixture.stored(session)).length).toBe(2);
  await card(page, corrected).getByRole('link', { name: 'Edit' }).press('Enter');
  await seesTyped(page, corrected);
  await page.getByLabel('First name').fill('Minnie');
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);
  await seesNothingWaiting(page);
  const stored = await fixture.stored(session);
  expect(new Map(stored.map(({ name, attempts }) => [name, attempts]))).toEqual(
    new Map([
      ['Minnie', 2],
      [triedAgain, 2],
      [delivered?.name, 1],
    ]),
  );
});

test('if two devices change one entry, the person decides only about the fields that both have changed', async ({
  fixture,
}) => {
  await using first = await openDevice(fixture);
  const { page, session } = first;
  await submitEntry(page, 'Mickey');
  await seesDelivered(page);
  await using second = await openDevice(fixture, session);
  const other = second.page;
  await editEntry(other);
  await second.context.setOffline(true);
  await other.getByLabel('First name').fill('Minnie');
  await other.getByLabel('Phone number').fill('+49 30 1234567');
  await other.getByLabel('Last name').press('Enter');
  await seesSaved(other);

  await editEntry(page);
  await page.getByLabel('First name').fill('Donald');
  await page.getByLabel('Last name').fill('Duck');
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);

  await openOutbox(other);
  await second.context.setOffline(false);
  await other.getByText('This entry was changed elsewhere').waitFor();
  const name = other.getByRole('radiogroup', { name: 'First name' });
  await name.getByText('Donald').waitFor();
  await expect.poll(() => other.getByRole('radio').count()).toBe(2);
  expect(await other.getByRole('radio', { checked: true }).count()).toBe(0);
  await name.getByRole('radio', { name: 'Minnie' }).check();
  await other.getByRole('button', { name: 'Save' }).press('Enter');
  await seesNothingWaiting(other);
  const [row] = await fixture.rowsOf(session);
  expect(row?.['answers']).toMatchObject({ fname: 'Minnie', lname: 'Duck' });
  expect(JSON.stringify(row?.['answers'])).toContain('1234567');
  expect(await fixture.rowsOf(session)).toHaveLength(1);
});

function card(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
}
