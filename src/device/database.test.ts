import 'fake-indexeddb/auto';
import { openDB, type IDBPDatabase } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDatabase, write } from './database.ts';
import { unresponsiveIn } from './timeout.ts';

let name = '';
/** What else has the database open: another tab, or the page before. */
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

/** Keeps a store busy until it is told to stop. */
async function keepBusy(database: Pick<IDBPDatabase, 'transaction'>, until: () => boolean) {
  const { store, done } = database.transaction('queues', 'readwrite');
  while (!until()) await store.get('mickey');
  await done;
}

/** Another tab that keeps the queues busy. `isOurs` if it lets go when somebody wants another version. */
async function openBusyTab({ isOurs = false } = {}) {
  let isGone = false;
  const raw = await openDB(name);
  const close = () => {
    isGone = true;
    raw.close();
  };
  if (isOurs) raw.addEventListener('versionchange', close);
  void keepBusy(raw, () => isGone);
  others.push({ close });
  return { close };
}

/** Lets time pass until something has happened, a minute at most; how many seconds that were. */
async function secondsUntil(hasHappened: () => boolean): Promise<number> {
  for (let seconds = 0; seconds < 60; seconds += 1) {
    if (hasHappened()) return seconds;
    await vi.advanceTimersByTimeAsync(1000);
    await aMoment();
  }
  return Infinity;
}

/** For the database, which knows no fake time. */
async function aMoment() {
  for (let turns = 0; turns < 50; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function outcomeOf(asked: Promise<unknown>) {
  let outcome: unknown;
  const settled = asked.then(
    () => (outcome = 'answered'),
    (error: unknown) => (outcome = unresponsiveIn(error) ?? error),
  );
  const seconds = await secondsUntil(() => outcome !== undefined);
  await settled;
  return { outcome, seconds };
}

const read = (database: ReturnType<typeof createDatabase>) =>
  database((it) => it.get('queues', 'mickey'));

test('a page that is left takes no transaction along: the next page reads at once', async () => {
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

test('while a page is away it begins nothing, and goes on when it is back', async () => {
  const page = createDatabase(name);
  await read(page);
  leave();
  let begun = 0;
  const asked = page(async (it) => {
    begun += 1;
    return it.get('queues', 'mickey');
  });
  await aMoment();
  expect(begun).toBe(0);
  comeBack();
  await asked;
  expect(begun).toBe(1);
});

test('what was typed last is kept, though the page is left in the next moment', async () => {
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

test('what keeps a store busy for ever is made to let go, by another version', async () => {
  const database = createDatabase(name);
  await read(database);
  await openBusyTab({ isOurs: true });
  const { outcome, seconds } = await outcomeOf(read(database));
  expect(outcome).toBe('answered');
  expect(seconds).toBeLessThan(10);
  expect(await database(async (it) => it.transaction('queues').db.version)).toBe(2);
});

test('what does not let go is named within seconds, and no longer once it has gone', async () => {
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

test('an opening that is never answered is named, and the next one is not bound by it', async () => {
  await read(createDatabase(name));
  const other = await openDB(name);
  others.push(other);
  const wants = indexedDB.open(name, 7);
  wants.addEventListener('success', () => wants.result.close());
  const database = createDatabase(name);
  expect(await outcomeOf(read(database))).toMatchObject({ outcome: 'storage' });
  other.close();
  expect(await outcomeOf(read(database))).toMatchObject({ outcome: 'answered' });
});

test('a slow device does not have its tabs take the database from each other again and again', async () => {
  const database = createDatabase(name);
  await read(database);
  const busy = [await openBusyTab({ isOurs: true })];
  await outcomeOf(read(database));
  busy.push(await openBusyTab({ isOurs: true }));
  expect(await outcomeOf(read(database))).toMatchObject({ outcome: 'storage' });
  expect(await openDB(name).then((it) => (it.close(), it.version))).toBe(2);
});

test('a database of a newer app is left alone', async () => {
  const newer = await openDB(name, 2_000_000);
  newer.close();
  await expect(read(createDatabase(name))).rejects.toThrow('another version');
});

test('a browser that lets the app keep nothing is not asked again and again', async () => {
  const denied = new DOMException(
    'The user denied permission to access the database.',
    'UnknownError',
  );
  let asked = 0;
  const database = createDatabase(`blocked-${crypto.randomUUID()}`);
  const use = async (): Promise<never> => {
    asked += 1;
    throw denied;
  };
  await expect(database(use)).rejects.toBe(denied);
  expect(asked).toBe(1);
});
