import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { forms } from '#forms/index.ts';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeholderOrigins, withOrigins } from '../../e2e/testing/app/app-origins.ts';
import { buildChangedApp } from '../../e2e/testing/app/build-changed-app.ts';
import {
  fillFirstForm,
  openApp,
  seesDelivered,
  seesTyped,
  signIn,
} from '../../e2e/testing/offline/app-on-device.ts';
import { dumpDatabase } from '../../e2e/testing/offline/database-dump.ts';
import {
  openOfflineFixture,
  type OfflineFixture,
} from '../../e2e/testing/offline/offline-fixture.ts';
import { newSession } from '../../e2e/testing/offline/amplify-session.ts';
import { openEntries, openEntry } from '../../e2e/testing/browser/entries-steps.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-sensitive-'));
const served = join(folder, 'app');
let fixture: OfflineFixture;

/** Makes a field of the first form sensitive. */
beforeAll(async () => {
  mkdirSync(served);
  fixture = await openOfflineFixture(served);
  await buildChangedApp({
    replacement: ["label: 'Phone number',", "label: 'Phone number', sensitive: true,"],
    outputs: withOrigins(await fixture.backend.cloud.outputs(), placeholderOrigins),
    outDir: served,
  });
});

afterAll(async () => {
  await fixture[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

test('a sensitive form can be sent online only, says why, and stores nothing', async () => {
  const session = await newSession(fixture.backend.cloud);
  await using context = await fixture.browser.newContext();
  const page = await openApp(context, fixture.appUrl);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.getByText('You need to be online to send this form').waitFor();
  await page.getByText('this form is not saved on this device').waitFor();
  await fillFirstForm(page, 'Secretive');
  await page.getByLabel('Phone number').fill('+49 30 7391846');
  await signIn(page, session);
  await seesTyped(page, 'Secretive');
  await expectNothingKept(page);

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Join' }).press('Enter');
  await page.getByText('Not sent yet').waitFor();
  await seesTyped(page, 'Secretive');
  await expectNothingKept(page);

  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await seesDelivered(page);
  await expectNothingKept(page);
  expect(await fixture.stored(session)).toMatchObject([{ name: 'Secretive', attempts: 1 }]);
  await page.reload();
  await seesDelivered(page);
  await page.getByRole('button', { name: 'Fill in another' }).press('Enter');
  await seesTyped(page, '');
  await expectNothingKept(page);

  // View it, withdraw it, and restore it.
  await openEntries(page);
  await openEntry(page, 'Secretive');
  await page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByRole('button', { name: 'Withdraw' }).waitFor();
  await page.reload();
  await page.getByRole('main').getByText('Secretive').first().waitFor();
  // “My entries” lists all forms, and keeps the lists of the others.
  const others = forms.map(({ id }) => id).filter((id) => id !== 'pwausers');
  await expectNothingKept(page, others.toSorted());
});

/** @param others the forms of which the device may keep a list of entries */
async function expectNothingKept(page: Page, others: readonly string[] = []): Promise<void> {
  const { text, records } = await dumpDatabase(page);
  expect(records).toMatchObject({ drafts: 0 });
  // A list is kept once it has arrived.
  await expect.poll(() => listsKept(page)).toEqual(others);
  expect(/Secretive|7391846/.exec(await unsealedOn(page))).toBeNull();
  const storages = await page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage].map((it) => Object.values(it))),
  );
  for (const kept of [text, storages]) {
    expect(kept).not.toContain('Secretive');
    expect(kept).not.toContain('7391846');
  }
}

/** Everything that the device's keys can decrypt, and everything that the service worker cached. */
function unsealedOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const texts: string[] = [];
    const opening = indexedDB.open('formstead');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const store = (name: string) => opening.result.transaction(name).objectStore(name);
    const read = <Value>(name: string, from: (it: IDBObjectStore) => IDBRequest<Value>) => {
      const request = from(store(name));
      return new Promise<Value>((resolve) =>
        request.addEventListener('success', () => resolve(request.result)),
      );
    };
    for (const name of ['parcels', 'drafts', 'copies'])
      for (const { author, sealed } of await read(name, (it) => it.getAll())) {
        const key: CryptoKey = await read('keys', (it) => it.get(author));
        const how = { name: 'AES-GCM', iv: sealed.nonce };
        texts.push(new TextDecoder().decode(await crypto.subtle.decrypt(how, key, sealed.bytes)));
      }
    opening.result.close();
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        texts.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    return texts.join('\n');
  });
}

/** The lists of entries that the device keeps, by form. */
function listsKept(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('formstead');
    await new Promise((resolve) => opening.addEventListener('success', resolve));
    const database = opening.result;
    const all = database.transaction('copies').objectStore('copies').getAll();
    await new Promise((resolve) => all.addEventListener('success', resolve));
    database.close();
    return (all.result as { of: string }[]).map((it) => it.of).toSorted();
  });
}
