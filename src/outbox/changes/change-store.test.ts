import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { createDatabase, write, type Database } from '../../device/device-database.ts';
import { createVault } from '../../device/vault.ts';
import { leaving } from './entry-changes.ts';
import { createChangeStore } from './change-store.ts';
import { idleBackoff } from './backoff.ts';
import { entry, sampleChange, revision } from '../../testing/sample-changes.ts';

function createFixture() {
  const name = `changes-${crypto.randomUUID()}`;
  /** Opens the store as another tab, the service worker, or the reopened app would. */
  const open = () => {
    const database = createDatabase(name);
    return { database, changeStore: createChangeStore({ database, vault: createVault(database) }) };
  };
  return { name, open, ...open() };
}

const author = 'mickey-1';
const other = sampleChange({ id: 'other', entry: 'other', answers: { fname: 'Donald' } });

test('saved changes are there when the app is opened again, in order', async () => {
  const { changeStore, open } = createFixture();
  await changeStore.update(author, entry, () => [sampleChange()]);
  await changeStore.update(author, 'other', () => [other]);
  await changeStore.update(author, entry, (changes) => [...changes, revision({ fname: 'M' })]);
  expect(await open().changeStore.of(author)).toEqual([
    sampleChange(),
    other,
    revision({ fname: 'M' }),
  ]);
});

test('a step that leaves out a change deletes it', async () => {
  const { changeStore } = createFixture();
  await changeStore.update(author, entry, () => [sampleChange()]);
  expect(await changeStore.update(author, entry, () => [])).toEqual([]);
  expect(await changeStore.of(author)).toEqual([]);
});

test('if two tabs change one entry at once, neither change is lost', async () => {
  const { changeStore, open } = createFixture();
  const tabs = [changeStore, open().changeStore, open().changeStore, open().changeStore];
  await Promise.all(
    tabs.map((tab, i) =>
      tab.update(author, entry, (changes) => [...changes, revision({ i }, { id: `change-${i}` })]),
    ),
  );
  const stored = await changeStore.of(author);
  expect(stored.map(({ id }) => id).toSorted()).toEqual(tabs.map((_, i) => `change-${i}`));
});

test('a change that another tab has updated is read again', async () => {
  const { changeStore, open } = createFixture();
  await changeStore.update(author, entry, () => [sampleChange()]);
  await changeStore.of(author);
  await open().changeStore.update(author, entry, (changes) => leaving(changes, entry));
  expect((await changeStore.of(author))[0]?.status).toEqual({ is: 'sending', attempts: 1 });
});

test('nobody sees another person’s changes', async () => {
  const { changeStore } = createFixture();
  await changeStore.update(author, entry, () => [sampleChange()]);
  expect(await changeStore.of('minnie-2')).toEqual([]);
});

test('the draft that was sent is deleted in the same transaction', async () => {
  const { changeStore, database } = createFixture();
  const sealed = { nonce: new Uint8Array(12), bytes: new ArrayBuffer(0) };
  const draft = { id: entry, author, place: 'pwausers', keptAt: 0, sealed };
  await database((it) => write(it, 'drafts', (store) => store.put(draft)));
  await changeStore.update(author, entry, () => [sampleChange()], { sentDraft: entry });
  expect(await database((it) => it.get('drafts', entry))).toBeUndefined();
});

test('answers in the database cannot be read without the key, which no script can export', async () => {
  const { changeStore, name } = createFixture();
  await changeStore.update(author, entry, () => [
    sampleChange({ answers: { fname: 'Marker-4711' } }),
  ]);
  const raw = await openDB(name);
  const [record] = (await raw.getAll('parcels')) as { sealed: { bytes: ArrayBuffer } }[];
  const key = (await raw.get('keys', author)) as CryptoKey;
  expect(new TextDecoder().decode(record?.sealed.bytes)).not.toContain('Marker');
  expect(JSON.stringify(record)).not.toContain('Marker');
  expect(key.extractable).toBe(false);
});

test('forgetting a person deletes changes, drafts, backoff and key', async () => {
  const { changeStore, database } = createFixture();
  await changeStore.update(author, entry, () => [sampleChange()]);
  await changeStore.setBackoff(author, { failures: 3, retryAt: 1 });
  await changeStore.forget(author);
  expect(await changeStore.of(author)).toEqual([]);
  expect(await changeStore.backoff(author)).toEqual(idleBackoff);
  expect(await database((it) => it.count('keys'))).toBe(0);
});

test('a change that is saved while everything is forgotten can still be read', async () => {
  const { database, open } = createFixture();
  const vault = createVault(database);
  let isForgotten = false;
  const changeStore = createChangeStore({
    database,
    vault: {
      ...vault,
      async seal(...what) {
        const sealed = await vault.seal(...what);
        if (!isForgotten) await open().changeStore.forget(author);
        isForgotten = true;
        return sealed;
      },
    },
  });
  await changeStore.update(author, entry, () => [sampleChange()]);
  expect(await open().changeStore.of(author)).toEqual([sampleChange()]);
});

test('the connection is reopened after the browser has cut it', async () => {
  const { changeStore, database } = createFixture();
  await database(async (it) => it.close());
  await changeStore.update(author, entry, () => [sampleChange()]);
  expect(await changeStore.of(author)).toHaveLength(1);
});

test('a change is not made twice if the connection is cut right after the write', async () => {
  const { open, name } = createFixture();
  const database = createDatabase(name);
  let cuts = 0;
  /** Cuts the connection once, after the write. */
  const cutting: Database = async (use) => {
    const done = await database(use);
    if (cuts > 0 || done !== true) return done;
    cuts += 1;
    return database(use);
  };
  const changeStore = createChangeStore({ database: cutting, vault: createVault(database) });
  await changeStore.update(author, entry, (changes) => [...changes, sampleChange()]);
  await open().changeStore.update(author, entry, (changes) => leaving(changes, entry));
  cuts = 0;
  const change = revision({ fname: 'M' });
  const after = await changeStore.update(author, entry, (changes) => [...changes, change]);
  expect(after.map(({ id }) => id)).toEqual([entry, change.id]);
  cuts = 0;
  await changeStore.update(author, entry, () => []);
  expect(cuts).toBe(1);
  expect(await changeStore.of(author)).toEqual([]);
});
