import type { Page } from 'playwright-core';

/** Fills the storage to the last hundred bytes. With random data, because browsers compress what they store. */
export async function fillStorage(page: Page): Promise<void> {
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
