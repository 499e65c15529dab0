import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { beSignedIn, openApp, openOutbox, seesSaved, send } from './device.ts';
import { test } from './field-test.ts';
import { newSession } from './session.ts';

test('what waits leaves from a device that has become full since, once', async ({ field }) => {
  const session = await newSession(field.world.cloud);
  await using context = await field.browser.newContext();
  const devtools = await context.newCDPSession(await context.newPage());
  const origin = field.appUrl;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000_000 });
  const page = await openApp(context, origin);
  await beSignedIn(page, session);
  await field.weather.api.cut();
  await send(page, 'Mickey');
  await seesSaved(page);
  await fillUp(page);
  await field.weather.api.mend();
  await openOutbox(page);
  await page.getByRole('button', { name: 'Send now' }).press('Enter');
  await page.getByText('everything is delivered').waitFor();
  expect(await field.stored(session)).toMatchObject([{ name: 'Mickey' }]);
});

/** Until not even a hundred bytes find room. */
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
