import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { fair, refusal } from '../fates.ts';
import {
  openDevice,
  openOutbox,
  save,
  seesDelivered,
  seesKept,
  seesNothingWaiting,
  seesSaved,
  seesTyped,
  send,
} from './device.ts';
import { dumpOf } from './dump.ts';
import { test } from './field-test.ts';

/** A server whose form has become stricter than the app's. */
const stricter = refusal({
  status: 422,
  code: 'invalid',
  title: 'Some answers cannot be accepted',
  errors: [{ field: 'fname', message: 'Enter a first name without digits' }],
});

test('what the server refuses comes back beside its field; mended, it is delivered as the same entry', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, session } = device;
  field.weather.api.brings(stricter, fair);
  await send(page, 'Mickey 1');
  await page.getByRole('link', { name: 'Enter a first name without digits' }).waitFor();
  await seesTyped(page, 'Mickey 1');
  await seesKept(page);
  const { text } = await dumpOf(page);
  await page.getByLabel('First name').fill('Mickey');
  await expect.poll(async () => (await dumpOf(page)).text).not.toBe(text);
  await page.reload();
  await seesTyped(page, 'Mickey');
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 2 }]);
});

test('what was refused while nobody looked waits in the outbox, and holds nothing back', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, context, session } = device;
  await context.setOffline(true);
  const names = ['Ada', 'Bob', 'Carol', 'Dora'];
  await save(page, ...names);
  await openOutbox(page);
  await page.getByText('Saved on this device').nth(3).waitFor();
  field.weather.api.brings(stricter, stricter, stricter, fair);
  await context.setOffline(false);
  await page.getByText('Needs your attention').nth(2).waitFor();
  await expect.poll(() => field.stored(session)).toMatchObject([{ attempts: 1 }]);
  // After a few attempts without a network, whichever has failed least goes first.
  const [taken] = await field.stored(session);
  const refused = names.filter((it) => it !== taken?.name);
  const [mended = '', tried = '', given = ''] = refused;
  await page.getByText('First name: Enter a first name without digits').first().waitFor();

  const discarded = card(page, given);
  await discarded.getByRole('button', { name: 'Discard' }).press('Enter');
  await discarded.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  const download = page.waitForEvent('download');
  await discarded.getByRole('button', { name: 'Download' }).press('Enter');
  expect((await download).suggestedFilename()).toMatch(/^formstead-outbox-.*\.json$/);
  await discarded.getByRole('button', { name: 'Discard' }).press('Enter');
  await discarded.waitFor({ state: 'detached' });

  await card(page, tried).getByRole('button', { name: 'Try again' }).press('Enter');
  await expect.poll(async () => (await field.stored(session)).length).toBe(2);
  await card(page, mended).getByRole('link', { name: 'Edit' }).press('Enter');
  await seesTyped(page, mended);
  await page.getByLabel('First name').fill('Minnie');
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);
  await seesNothingWaiting(page);
  const stored = await field.stored(session);
  expect(new Map(stored.map(({ name, attempts }) => [name, attempts]))).toEqual(
    new Map([
      ['Minnie', 2],
      [tried, 2],
      [taken?.name, 1],
    ]),
  );
});

test('two devices change one entry: the person is asked about what both have changed, and nothing else', async ({
  field,
}) => {
  await using first = await openDevice(field);
  const { page, session } = first;
  await send(page, 'Mickey');
  await seesDelivered(page);
  await using second = await openDevice(field, session);
  const there = second.page;
  await toChange(there);
  await second.context.setOffline(true);
  await there.getByLabel('First name').fill('Minnie');
  await there.getByLabel('Phone number').fill('+49 30 1234567');
  await there.getByLabel('Last name').press('Enter');
  await seesSaved(there);

  await toChange(page);
  await page.getByLabel('First name').fill('Donald');
  await page.getByLabel('Last name').fill('Duck');
  await page.getByLabel('Last name').press('Enter');
  await seesDelivered(page);

  await openOutbox(there);
  await second.context.setOffline(false);
  await there.getByText('This entry was changed elsewhere').waitFor();
  const name = there.getByRole('radiogroup', { name: 'First name' });
  await name.getByText('Donald').waitFor();
  expect(await there.getByRole('radio').count()).toBe(2);
  expect(await there.getByRole('radio', { checked: true }).count()).toBe(0);
  await name.getByRole('radio', { name: 'Minnie' }).check();
  await there.getByRole('button', { name: 'Save' }).press('Enter');
  await seesNothingWaiting(there);
  const [row] = await field.rowsOf(session);
  expect(row?.['answers']).toMatchObject({ fname: 'Minnie', lname: 'Duck' });
  expect(JSON.stringify(row?.['answers'])).toContain('1234567');
  expect(await field.rowsOf(session)).toHaveLength(1);
});

function card(page: Page, name: string) {
  return page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
}

async function toChange(page: Page): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'My entries' }).press('Enter');
  await page.getByRole('link', { name: 'Edit' }).press('Enter');
  await page.getByLabel('First name').waitFor();
}
