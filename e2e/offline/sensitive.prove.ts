import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtWith, withOrigins } from '../origins.ts';
import { buildChanged } from './changed-app.ts';
import { fill, openApp, seesDelivered, seesTyped, signIn } from './device.ts';
import { dumpOf } from './dump.ts';
import { openField, type Field } from './field.ts';
import { newSession } from './session.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-sensitive-'));
const served = join(folder, 'app');
let field: Field;

/** The first form asks for something sensitive. */
beforeAll(async () => {
  mkdirSync(served);
  field = await openField(served);
  await buildChanged({
    words: ["label: 'Phone number',", "label: 'Phone number', sensitive: true,"],
    outputs: withOrigins(await field.world.cloud.outputs(), builtWith),
    outDir: served,
  });
});

afterAll(async () => {
  await field[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

test('a form that asks something sensitive is sent online only, says why, and keeps nothing', async () => {
  const session = await newSession(field.world.cloud);
  await using context = await field.browser.newContext();
  const page = await openApp(context, field.appUrl);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await page.getByText('This form can only be sent while you are online').waitFor();
  await page.getByText('so nothing of it is kept here').waitFor();
  await fill(page, 'Secretive');
  await page.getByLabel('Phone number').fill('+49 30 7391846');
  await signIn(page, session);
  await seesTyped(page, 'Secretive');
  await expectNothingKept(page);

  await context.setOffline(true);
  await page.getByRole('button', { name: 'Join' }).press('Enter');
  await page.getByText('Not delivered yet').waitFor();
  await seesTyped(page, 'Secretive');
  await expectNothingKept(page);

  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).press('Enter');
  await seesDelivered(page);
  await expectNothingKept(page);
  expect(await field.stored(session)).toMatchObject([{ name: 'Secretive', attempts: 1 }]);
  await page.reload();
  await seesDelivered(page);
  await page.getByRole('button', { name: 'Send another' }).press('Enter');
  await seesTyped(page, '');
  await expectNothingKept(page);

  // To look at it, to withdraw it, and to bring it back.
  await page.getByRole('navigation').getByRole('link', { name: 'My entries' }).press('Enter');
  await page.getByText('Secretive').waitFor();
  await page.getByRole('button', { name: 'Withdraw' }).press('Enter');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByRole('button', { name: 'Withdraw' }).waitFor();
  await page.reload();
  await page.getByText('Secretive').waitFor();
  await expectNothingKept(page);
});

async function expectNothingKept(page: Page): Promise<void> {
  const { text, records } = await dumpOf(page);
  expect(records).toMatchObject({ drafts: 0, copies: 0 });
  expect(/Secretive|7391846/.exec(await unsealedOn(page))).toBeNull();
  const storages = await page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage].map((it) => Object.values(it))),
  );
  for (const kept of [text, storages]) {
    expect(kept).not.toContain('Secretive');
    expect(kept).not.toContain('7391846');
  }
}

/** What the keys on the device open, and what the service worker has put by. */
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
