import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { createDatabase, write, type Database } from '../device/database.ts';
import { createVault } from '../device/vault.ts';
import { leaving } from './chain.ts';
import { createParcels } from './parcels.ts';
import { rested } from './rested.ts';
import { entry, parcel, revision } from './sample-parcels.ts';

function createWorld() {
  const name = `parcels-${crypto.randomUUID()}`;
  /** As a tab, or the service worker, or the app opened again. */
  const open = () => {
    const database = createDatabase(name);
    return { database, parcels: createParcels({ database, vault: createVault(database) }) };
  };
  return { name, open, ...open() };
}

const author = 'mickey-1';
const other = parcel({ id: 'other', entry: 'other', answers: { fname: 'Donald' } });

test('what was saved is there when the app is opened again, in the order it was saved', async () => {
  const { parcels, open } = createWorld();
  await parcels.change(author, entry, () => [parcel()]);
  await parcels.change(author, 'other', () => [other]);
  await parcels.change(author, entry, (chain) => [...chain, revision({ fname: 'M' })]);
  expect(await open().parcels.of(author)).toEqual([parcel(), other, revision({ fname: 'M' })]);
});

test('a step that leaves a parcel out takes it away', async () => {
  const { parcels } = createWorld();
  await parcels.change(author, entry, () => [parcel()]);
  expect(await parcels.change(author, entry, () => [])).toEqual([]);
  expect(await parcels.of(author)).toEqual([]);
});

test('two tabs that change one entry at once: neither change is lost', async () => {
  const { parcels, open } = createWorld();
  const tabs = [parcels, open().parcels, open().parcels, open().parcels];
  await Promise.all(
    tabs.map((tab, i) =>
      tab.change(author, entry, (chain) => [...chain, revision({ i }, { id: `change-${i}` })]),
    ),
  );
  const kept = await parcels.of(author);
  expect(kept.map(({ id }) => id).toSorted()).toEqual(tabs.map((_, i) => `change-${i}`));
});

test('a parcel may change on one side while the other has read it', async () => {
  const { parcels, open } = createWorld();
  await parcels.change(author, entry, () => [parcel()]);
  await parcels.of(author);
  await open().parcels.change(author, entry, (chain) => leaving(chain, entry));
  expect((await parcels.of(author))[0]?.stand).toEqual({ is: 'sending', attempts: 1 });
});

test('nobody sees another person’s parcels', async () => {
  const { parcels } = createWorld();
  await parcels.change(author, entry, () => [parcel()]);
  expect(await parcels.of('minnie-2')).toEqual([]);
});

test('the draft that was sent is gone in the same breath', async () => {
  const { parcels, database } = createWorld();
  const sealed = { nonce: new Uint8Array(12), bytes: new ArrayBuffer(0) };
  const draft = { id: entry, author, place: 'pwausers', keptAt: 0, sealed };
  await database((it) => write(it, 'drafts', (store) => store.put(draft)));
  await parcels.change(author, entry, () => [parcel()], { spent: entry });
  expect(await database((it) => it.get('drafts', entry))).toBeUndefined();
});

test('nothing a person wrote can be read from the database by who has not its keys, which no script can export', async () => {
  const { parcels, name } = createWorld();
  await parcels.change(author, entry, () => [parcel({ answers: { fname: 'Marker-4711' } })]);
  const raw = await openDB(name);
  const [record] = (await raw.getAll('parcels')) as { sealed: { bytes: ArrayBuffer } }[];
  const key = (await raw.get('keys', author)) as CryptoKey;
  expect(new TextDecoder().decode(record?.sealed.bytes)).not.toContain('Marker');
  expect(JSON.stringify(record)).not.toContain('Marker');
  expect(key.extractable).toBe(false);
});

test('what a person leaves behind can be forgotten: parcels, drafts, pause and key', async () => {
  const { parcels, database } = createWorld();
  await parcels.change(author, entry, () => [parcel()]);
  await parcels.setQueue(author, { failures: 3, restsUntil: 1 });
  await parcels.forget(author);
  expect(await parcels.of(author)).toEqual([]);
  expect(await parcels.queue(author)).toEqual(rested);
  expect(await database((it) => it.count('keys'))).toBe(0);
});

test('saved in the very moment in which everything is forgotten: it can still be read', async () => {
  const { database, open } = createWorld();
  const vault = createVault(database);
  let isForgotten = false;
  const parcels = createParcels({
    database,
    vault: {
      ...vault,
      async seal(...what) {
        const sealed = await vault.seal(...what);
        if (!isForgotten) await open().parcels.forget(author);
        isForgotten = true;
        return sealed;
      },
    },
  });
  await parcels.change(author, entry, () => [parcel()]);
  expect(await open().parcels.of(author)).toEqual([parcel()]);
});

test('after the browser has cut the connection, it is opened again', async () => {
  const { parcels, database } = createWorld();
  await database(async (it) => it.close());
  await parcels.change(author, entry, () => [parcel()]);
  expect(await parcels.of(author)).toHaveLength(1);
});

test('a change the browser has written, and then cut us off, is not made a second time', async () => {
  const { open, name } = createWorld();
  const database = createDatabase(name);
  let cuts = 0;
  /** Cuts once, after what was asked for is done. */
  const cutting: Database = async (use) => {
    const done = await database(use);
    if (cuts > 0 || done !== true) return done;
    cuts += 1;
    return database(use);
  };
  const parcels = createParcels({ database: cutting, vault: createVault(database) });
  await parcels.change(author, entry, (chain) => [...chain, parcel()]);
  await open().parcels.change(author, entry, (chain) => leaving(chain, entry));
  cuts = 0;
  const change = revision({ fname: 'M' });
  const after = await parcels.change(author, entry, (chain) => [...chain, change]);
  expect(after.map(({ id }) => id)).toEqual([entry, change.id]);
  cuts = 0;
  await parcels.change(author, entry, () => []);
  expect(cuts).toBe(1);
  expect(await parcels.of(author)).toEqual([]);
});
