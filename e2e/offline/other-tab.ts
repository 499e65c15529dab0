import type { Page } from 'playwright-core';
import type { Device } from './device.ts';
import type { Field } from './field.ts';

/** Another tab of the same browser, with no app in it: whatever it takes, it never gives back while it is open. */
export async function openOtherTab(device: Device, { appUrl }: Field): Promise<Page> {
  const tab = await device.context.newPage();
  await tab.goto(`${appUrl}/openapi.json`);
  return tab;
}

/** Writes to a store without end. */
export async function keepBusy(tab: Page, name: string): Promise<void> {
  await tab.evaluate(async (of) => {
    const opening = indexedDB.open('formstead');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const store = opening.result.transaction(of, 'readwrite').objectStore(of);
    const again = () => store.count().addEventListener('success', again);
    again();
  }, name);
}

export async function holdLock(tab: Page, name: string): Promise<void> {
  await tab.evaluate(
    (of) =>
      new Promise<void>((held) => {
        void navigator.locks.request(of, () => {
          held();
          return new Promise(() => undefined);
        });
      }),
    name,
  );
}

/** Wants another version, and does not let go of the one it has: nobody opens the database meanwhile. */
export async function keepFromOpening(tab: Page): Promise<void> {
  await tab.evaluate(async () => {
    const opening = indexedDB.open('formstead');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    indexedDB.open('formstead', opening.result.version + 1);
  });
}
