import 'fake-indexeddb/auto';
import { openDB, type IDBPDatabase } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDatabase, write } from './device-database.ts';
import { unresponsiveIn } from './timeout.ts';

let name = '';
/** Other connections to the database: another tab, or the previous page. */
const others: { close(): void }[] = [];

beforeEach(() => {
  name = `database-${crypto.randomUUID()}`;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  window.dispatchEvent(new Event('pageshow'));
  for (const other of others.splice(0)) other.close();
  vi.useRealTimers();
});

const leave = () => window.dispatchEvent(new Event('pagehide'));
const comeBack = () => window.dispatchEvent(new Event('pageshow'));

/** Keeps a store busy until `until` says so. */
async function keepBusy(database: Pick<IDBPDatabase, 'transaction'>, until: () => boolean) {
  const { store, done } = database.transaction('queues', 'readwrite');
  while (!until()) await store.get('mickey');
  await done;
}

/** Another tab that keeps a store busy. With `isOurs` it closes its connection when another version is requested. */
async function openBusyTab({ isOurs = false } = {}) {
  let isClosed = false;
  const raw = await openDB(name);
  const close = () => {
    isClosed = true;
    raw.close();
  };
  if (isOurs) raw.addEventListener('versionchange', close);
  void keepBusy(raw, () => isClosed);
  others.push({ close });
  return { close };
}

/** Lets up to a minute pass until something has happened. Returns the seconds. */
async function secondsUntil(hasHappened: () => boolean): Promise<number> {
  for (let seconds = 0; seconds < 60; seconds += 1) {
    if (hasHappened()) return seconds;
    await vi.advanceTimersByTimeAsync(1000);
    await aMoment();
  }
  return Infinity;
}

/** Lets the database work, which does not use the fake timers. */
async function aMoment() {
  for (let rounds = 0; rounds < 50; rounds += 1)
    await new Promise((resolve) => setImmediate(resolve));
}

async function outcomeOf(operation: Promise<unknown>) {
  let outcome: unknown;
  const settled = operation.then(
    () => (outcome = 'answered'),
    (error: unknown) => (outcome = unresponsiveIn(error) ?? error),
  );
  const seconds = await secondsUntil(() => outcome !== undefined);
  await settled;
  return { outcome, seconds };
}

const read = (database: ReturnType<typeof createDatabase>) =>
  database((it) => it.get('queues', 'mickey'));

test('leaving a page aborts its transactions, so the next page reads at once', async () => {
  let isDone = false;
  const page = createDatabase(name);
  await read(page);
  const work = page((it) => keepBusy(it as unknown as IDBPDatabase, () => isDone));
  await aMoment();
  leave();
  expect(await outcomeOf(read(createDatabase(name)))).toEqual({ outcome: 'answered', seconds: 1 });
  isDone = true;
  comeBack();
  await work;
});

test('a page begins no transaction while it is away, and continues when it is back', async () => {
  const page = createDatabase(name);
  await read(page);
  leave();
  let begun = 0;
  const operation = page(async (it) => {
    begun += 1;
    return it.get('queues', 'mickey');
  });
  await aMoment();
  expect(begun).toBe(0);
  comeBack();
  await operation;
  expect(begun).toBe(1);
});

test('a write survives leaving the page right after it', async () => {
  const queue = { failures: 1, restsUntil: 1 };
  const page = createDatabase(name);
  await read(page);
  let written: Promise<void> | undefined;
  await new Promise<void>((resolve) => {
    written = page(async (it) => {
      const writing = write(it, 'queues', (store) => store.put(queue, 'mickey'));
      leave();
      resolve();
      await writing;
    });
  });
  expect(await createDatabase(name)((it) => it.get('queues', 'mickey'))).toEqual(queue);
  await written;
});

test('a store that is busy for ever is freed by requesting another version', async () => {
  const database = createDatabase(name);
  await read(database);
  await openBusyTab({ isOurs: true });
  const { outcome, seconds } = await outcomeOf(read(database));
  expect(outcome).toBe('answered');
  expect(seconds).toBeLessThan(10);
  expect(await database(async (it) => it.transaction('queues').db.version)).toBe(2_000_001);
});

test('if it is not freed, that is reported within seconds, until it is', async () => {
  const database = createDatabase(name);
  await read(database);
  const other = await openBusyTab();
  const { outcome, seconds } = await outcomeOf(read(database));
  expect(outcome).toBe('storage');
  expect(seconds).toBeLessThanOrEqual(12);
  expect(await outcomeOf(read(database))).toMatchObject({ outcome: 'storage' });
  other.close();
  expect(await outcomeOf(read(database))).toMatchObject({ outcome: 'answered' });
});

test('an attempt to open the database that gets no answer is reported, and the next one is independent', async () => {
  await read(createDatabase(name));
  const other = await openDB(name);
  others.push(other);
  const wants = indexedDB.open(name, 2_000_007);
  wants.addEventListener('success', () => wants.result.close());
  const database = createDatabase(name);
  expect(await outcomeOf(read(database))).toMatchObject({ outcome: 'storage' });
  other.close();
  expect(await outcomeOf(read(database))).toMatchObject({ outcome: 'answered' });
});

test('on a slow device tabs do not take the database from each other again and again', async () => {
  const database = createDatabase(name);
  await read(database);
  const busy = [await openBusyTab({ isOurs: true })];
  await outcomeOf(read(database));
  busy.push(await openBusyTab({ isOurs: true }));
  expect(await outcomeOf(read(database))).toMatchObject({ outcome: 'storage' });
  expect(await openDB(name).then((it) => (it.close(), it.version))).toBe(2_000_001);
});

test('a database of a newer app is left alone', async () => {
  const newer = await openDB(name, 3_000_000);
  newer.close();
  await expect(read(createDatabase(name))).rejects.toThrow('another version');
});

test('a browser that forbids storage is asked only once', async () => {
  const denied = new DOMException(
    'The user denied permission to access the database.',
    'UnknownError',
  );
  let operation = 0;
  const database = createDatabase(`blocked-${crypto.randomUUID()}`);
  const use = async (): Promise<never> => {
    operation += 1;
    throw denied;
  };
  await expect(database(use)).rejects.toBe(denied);
  expect(operation).toBe(1);
});

test('stores, keys and indexes keep their names, which are on devices already', async () => {
  await createDatabase(name)((it) => it.count('parcels'));
  const database = await openDB(name);
  others.push(database);
  expect(database.version).toBe(2_000_000);
  const layout = Array.from(database.objectStoreNames, (it) => {
    const { store } = database.transaction(it);
    const indexes = Array.from(store.indexNames, (index) => [index, store.index(index).keyPath]);
    return [it, store.keyPath, Object.fromEntries(indexes)];
  });
  expect(layout).toEqual([
    ['copies', ['author', 'of'], {}],
    ['drafts', 'id', { place: ['author', 'place'] }],
    ['filePieces', ['file', 'number'], {}],
    ['files', 'id', { author: 'author' }],
    ['keys', null, {}],
    ['parcels', 'place', { author: 'author', entry: ['author', 'entry'] }],
    ['queues', null, {}],
    ['tokens', null, {}],
    ['transfers', ['author', 'entry', 'file'], { author: 'author', file: 'file' }],
  ]);
});

/** The stores of the first version of the app, as it created them. */
async function openFirstVersion(version: number) {
  const database = await openDB(name, version, {
    upgrade(it) {
      const changes = it.createObjectStore('parcels', { keyPath: 'place', autoIncrement: true });
      changes.createIndex('author', 'author');
      changes.createIndex('entry', ['author', 'entry']);
      it.createObjectStore('drafts', { keyPath: 'id' }).createIndex('place', ['author', 'place']);
      it.createObjectStore('keys');
      it.createObjectStore('queues');
      it.createObjectStore('copies', { keyPath: ['author', 'of'] });
      it.createObjectStore('tokens');
    },
  });
  const sealed = { nonce: new Uint8Array(12), bytes: new ArrayBuffer(3) };
  await database.put('parcels', { author: 'mickey', entry: 'e', id: 'c', revision: 1, sealed });
  await database.put('drafts', { id: 'd', author: 'mickey', place: 'visit', keptAt: 1, sealed });
  await database.put('queues', { failures: 1, restsUntil: 2 }, 'mickey');
  await database.put('copies', { author: 'mickey', of: 'list', sealed });
  await database.put('tokens', 'a token', 'access');
  return database;
}

test.each([
  ['that was never healed', 1],
  ['that was healed three times', 4],
])('a database of the first version of the app %s loses nothing', async (_, version) => {
  const first = await openFirstVersion(version);
  first.close();
  const opened = createDatabase(name);
  const counts = await Promise.all(
    (['parcels', 'drafts', 'queues', 'copies', 'tokens'] as const).map((store) =>
      opened((it) => it.count(store)),
    ),
  );
  expect(counts).toEqual([1, 1, 1, 1, 1]);
  expect(await opened((it) => it.get('queues', 'mickey'))).toEqual({ failures: 1, restsUntil: 2 });
  expect(await opened((it) => it.count('files'))).toBe(0);
  expect(await opened(async (it) => it.transaction('files').db.version)).toBe(2_000_000);
});

test('a tab with the first version of the app gives way, and one that does not is waited for', async () => {
  const tab = await openFirstVersion(1);
  tab.addEventListener('versionchange', () => tab.close());
  expect(await outcomeOf(read(createDatabase(name)))).toMatchObject({ outcome: 'answered' });
  name += '-of-another';
  const stubborn = await openFirstVersion(1);
  others.push(stubborn);
  const database = createDatabase(name);
  expect(await outcomeOf(read(database))).toMatchObject({ outcome: 'storage' });
  stubborn.close();
  expect(await outcomeOf(read(database))).toMatchObject({ outcome: 'answered' });
});
