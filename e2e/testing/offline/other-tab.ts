import type { Page } from 'playwright-core';
import type { AppOnDevice } from './app-on-device.ts';
import type { OfflineFixture } from './offline-fixture.ts';

/** Another tab of the same browser, without the app: it keeps everything that it locks until it is closed. */
export async function openOtherTab(device: AppOnDevice, { appUrl }: OfflineFixture): Promise<Page> {
  const tab = await device.context.newPage();
  await tab.goto(`${appUrl}/openapi.json`);
  return tab;
}

/** Writes to a store in an endless loop. */
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
      new Promise<void>((onGranted) => {
        void navigator.locks.request(of, () => {
          onGranted();
          return new Promise(() => undefined);
        });
      }),
    name,
  );
}

/** Requests a newer version and keeps its old connection open, so that nobody else can open the database. */
export async function blockDatabaseOpening(tab: Page): Promise<void> {
  await tab.evaluate(async () => {
    const opening = indexedDB.open('formstead');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    indexedDB.open('formstead', opening.result.version + 1);
  });
}
