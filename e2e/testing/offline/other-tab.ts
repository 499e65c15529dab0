import type { Page } from 'playwright-core';
import type { AppOnDevice } from './app-on-device.ts';
import type { OfflineFixture } from './offline-fixture.ts';

/** Another tab of the same browser, without the app: it keeps everything that it locks until it is closed. */
export async function openOtherTab(device: AppOnDevice, { appUrl }: OfflineFixture): Promise<Page> {
  const tab = await device.context.newPage();
  await tab.goto(`${appUrl}/openapi.json`);
  return tab;
}

/**
 * Opens a transaction on a store and keeps it open: its script is paused in the middle, as by a debugger. An
 * endless loop of requests would do the same, but take a whole core from the app that is tested.
 */
export async function holdStore(tab: Page, name: string): Promise<void> {
  const devtools = await tab.context().newCDPSession(tab);
  await devtools.send('Debugger.enable');
  const paused = new Promise((resolve) => devtools.once('Debugger.paused', resolve));
  const running = tab.evaluate(async (of) => {
    const opening = indexedDB.open('formstead');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const store = opening.result.transaction(of, 'readwrite').objectStore(of);
    store.count().addEventListener('success', () => {
      // oxlint-disable-next-line eslint/no-debugger -- this is what keeps the transaction open
      debugger;
    });
  }, name);
  await Promise.all([running, paused]);
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
    // Kept: the browser closes a connection that nobody can use any more.
    Object.assign(window, { kept: opening.result });
    indexedDB.open('formstead', opening.result.version + 1);
  });
}
