import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  putSession,
  openApp,
  openOutbox,
  seesSaved,
  submitEntry,
} from '../../e2e/testing/offline/app-on-device.ts';
import { test } from '../../e2e/testing/offline/offline-test.ts';
import { newSession } from '../../e2e/testing/offline/amplify-session.ts';

test('a queued entry is sent once, even if the device has become full since', async ({
  fixture,
}) => {
  const session = await newSession(fixture.backend.cloud);
  await using context = await fixture.browser.newContext();
  const devtools = await context.newCDPSession(await context.newPage());
  const origin = fixture.appUrl;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000_000 });
  const page = await openApp(context, origin);
  await putSession(page, session);
  await fixture.network.api.cut();
  await submitEntry(page, 'Mickey');
  await seesSaved(page);
  await fillUp(page);
  await fixture.network.api.restore();
  await openOutbox(page);
  await page.getByRole('button', { name: 'Send now' }).press('Enter');
  await page.getByText('everything is delivered').waitFor();
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Mickey' }]);
});

/** Fills the storage until not even a hundred bytes fit. */
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
