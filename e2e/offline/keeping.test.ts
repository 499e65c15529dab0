import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  beSignedIn,
  fill,
  openApp,
  openDevice,
  save,
  seesDelivered,
  seesKept,
  seesTyped,
} from './device.ts';
import { dumpOf } from './dump.ts';
import { test } from './field-test.ts';
import { keepBusy, openOtherTab } from './other-tab.ts';
import { expired, newSession, putTokens } from './session.ts';

test('two tabs never share a draft; once both are closed, what was typed is found again', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, context } = device;
  const other = await openApp(context, field.appUrl);
  await fill(page, 'Mickey');
  await fill(other, 'Minnie');
  await page.reload();
  await other.reload();
  await seesTyped(page, 'Mickey');
  await seesTyped(other, 'Minnie');
  await page.close();
  await other.close();

  const found = new Set<string>();
  for (let tab = 0; tab < 2; tab += 1) {
    const again = await openApp(context, field.appUrl);
    await again.getByText('You typed this earlier and did not send it').waitFor();
    found.add(await again.getByLabel('First name').inputValue());
  }
  expect(found).toEqual(new Set(['Mickey', 'Minnie']));
  const third = await openApp(context, field.appUrl);
  await seesTyped(third, '');
});

test('a page that crashes brings back what was typed in it', async ({ field }) => {
  await using device = await openDevice(field);
  const { page, context } = device;
  await fill(page, 'Mickey');
  await seesKept(page);
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();
  const again = await openApp(context, field.appUrl);
  await seesTyped(again, 'Mickey');
});

test('on a full device the text stays on the page, which says so, and is sent all the same', async ({
  field,
}) => {
  const session = await newSession(field.world.cloud);
  await using context = await field.browser.newContext();
  const devtools = await context.newCDPSession(await context.newPage());
  const quotaSize = 20_000_000;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: field.appUrl, quotaSize });
  const page = await openApp(context, field.appUrl);
  await beSignedIn(page, session);
  await putTokens(page, expired(session));
  await fillUp(page);
  await fill(page, 'Mickey');
  await page.getByText('There is no room left on this device').waitFor();
  await field.weather.api.cut();
  await page.getByRole('button', { name: 'Join' }).press('Enter');
  await page.getByText('What you typed is still on this page').waitFor();
  await seesTyped(page, 'Mickey');

  await field.weather.api.mend();
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await seesDelivered(page);
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey', attempts: 1 }]);
});

test('what lies in the database says nothing without its keys, and no script can export those', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page, context } = device;
  await context.setOffline(true);
  await save(page, 'Secretly waiting');
  await fill(page, 'Secretly typed');
  await seesKept(page);
  const { text, records, keys } = await dumpOf(page);
  expect(records).toMatchObject({ parcels: 1, drafts: 1, tokens: expect.any(Number) });
  expect(text).toContain(device.session.username);
  expect(text).not.toContain('Secretly');
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.every(({ extractable }) => !extractable)).toBe(true);
  expect(await page.evaluate(async () => Object.values(localStorage).join())).not.toContain(
    'Secretly',
  );
  await seesTyped(page, 'Secretly typed');
});

/** Takes all the room there is, to the last hundred bytes: of noise, for browsers compress what they keep. */
async function fillUp(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const most = 65_536;
    const noise = (size: number) =>
      new Blob(
        Array.from({ length: Math.ceil(size / most) }, (_, i) =>
          crypto.getRandomValues(new Uint8Array(Math.min(most, size - i * most))),
        ),
      ).arrayBuffer();
    const opening = indexedDB.open('luggage');
    opening.addEventListener('upgradeneeded', () =>
      opening.result.createObjectStore('pieces', { autoIncrement: true }),
    );
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    for (let size = 4_000_000; size > 100;) {
      const piece = await noise(size);
      const transaction = opening.result.transaction('pieces', 'readwrite');
      transaction.objectStore('pieces').add(piece);
      const isIn = await new Promise((resolve) => {
        transaction.addEventListener('complete', () => resolve(true));
        transaction.addEventListener('abort', () => resolve(false));
      });
      if (!isIn) size = Math.floor(size / 2);
    }
  });
}

test('an outbox that another tab keeps busy says so, and shows what waits once the tab has gone', async ({
  field,
}) => {
  await using device = await openDevice(field);
  const { page } = device;
  await field.weather.api.cut();
  await save(page, 'Mickey');
  const other = await openOtherTab(device, field);
  await keepBusy(other, 'parcels');
  await page.goto(`${field.appUrl}/outbox`);
  await page.getByText('This device’s storage does not answer').waitFor();
  expect(await page.getByText('Nothing waits').count()).toBe(0);
  await other.close();
  await page.getByText('New entry').waitFor();
});
