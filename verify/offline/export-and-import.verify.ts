import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  openDevice,
  openOutbox,
  saveEntries,
  seesNothingWaiting,
} from '../../e2e/testing/offline/app-on-device.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';

test('queued entries can be moved to another device in a file; both deliver them, and they are stored once', async ({
  fixture,
}) => {
  await using device = await openDevice(fixture);
  const { page, context, session } = device;
  await context.setOffline(true);
  await saveEntries(page, 'Mickey');
  const file = await exportOutbox(page);
  expect(file).toContain('Mickey');

  await using second = await openDevice(fixture, session);
  await importFile(second.page, file);
  await second.page.getByText('1 entry imported').waitFor();
  await seesNothingWaiting(second.page);
  await context.setOffline(false);
  await seesNothingWaiting(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 2 }]);

  await using stranger = await openDevice(fixture);
  await importFile(stranger.page, file);
  await stranger.page.getByText('This file has another person’s entries').waitFor();
  await seesNothingWaiting(stranger.page);
  await importFile(stranger.page, '{"not": "an outbox"}');
  await stranger.page.getByText('This file is not an outbox export').waitFor();
  expect(await fixture.stored(stranger.session)).toEqual([]);
});

async function exportOutbox(page: Page): Promise<string> {
  await openOutbox(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export unsent entries' }).press('Enter');
  return readFileSync(await (await download).path(), 'utf8');
}

async function importFile(page: Page, file: string): Promise<void> {
  await openOutbox(page);
  const buffer = Buffer.from(file);
  await page
    .getByLabel('Import from a file')
    .setInputFiles({ name: 'outbox.json', mimeType: 'application/json', buffer });
}
