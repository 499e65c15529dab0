import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openDevice, openOutbox, save, seesNothingWaiting } from './device.ts';
import { test } from './field-test.ts';

test('what waits can be carried to another device in a file; both deliver it, and it is there once', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, context, session } = device;
  await context.setOffline(true);
  await save(page, 'Mickey');
  const file = await exported(page);
  expect(file).toContain('Mickey');

  await using second = await openDevice(field, session);
  await takeIn(second.page, file);
  await second.page.getByText('Taken in from the file: 1').waitFor();
  await seesNothingWaiting(second.page);
  await context.setOffline(false);
  await seesNothingWaiting(page);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 2 }]);

  await using stranger = await openDevice(field);
  await takeIn(stranger.page, file);
  await stranger.page.getByText('This file holds entries of somebody else').waitFor();
  await seesNothingWaiting(stranger.page);
  await takeIn(stranger.page, '{"not": "an outbox"}');
  await stranger.page.getByText('This file is no export of an outbox').waitFor();
  expect(await field.stored(stranger.session)).toEqual([]);
});

async function exported(page: Page): Promise<string> {
  await openOutbox(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export what waits' }).press('Enter');
  return readFileSync(await (await download).path(), 'utf8');
}

async function takeIn(page: Page, file: string): Promise<void> {
  await openOutbox(page);
  const buffer = Buffer.from(file);
  await page
    .getByLabel('Import from a file')
    .setInputFiles({ name: 'outbox.json', mimeType: 'application/json', buffer });
}
