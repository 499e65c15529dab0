import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createDatabase, write } from '../device/device-database.ts';
import { unresponsive } from '../device/timeout.ts';
import { createVault } from '../device/vault.ts';
import { createFakeLocks } from '../testing/fake-locks.ts';
import { createMemory } from '../testing/memory-storage.ts';
import { isEmpty } from './draft.ts';
import { draftsContract } from './drafts.contract.ts';
import { createDrafts } from './create-drafts.ts';

/** A device with several tabs, each with session storage of its own. */
function createDevice() {
  const database = createDatabase(`drafts-${crypto.randomUUID()}`);
  const vault = createVault(database);
  let clock = 0;
  const now = () => (clock += 1);
  let locks = createFakeLocks();
  const request = (...args: Parameters<typeof locks.request>) => locks.request(...args);
  const openTab = (tab = createMemory()) => {
    return createDrafts({ database, vault, tab, locks: { request } as typeof locks, now });
  };
  return { database, vault, openTab, closeAll: () => void (locks = createFakeLocks()) };
}

draftsContract('drafts on the disk', () => createDevice().openTab());

const key = { author: 'mickey-1', of: 'ride' };
const anonymous = { author: '', of: 'ride' };
const draft = { id: 'one', controlValues: { fname: 'Mickey' } };
const other = { id: 'two', controlValues: { fname: 'Minnie' } };

test('a reloaded tab finds its own draft', async () => {
  const { openTab, closeAll } = createDevice();
  const tab = createMemory();
  await openTab(tab).keep(key, draft);
  await openTab().keep(key, other);
  closeAll();
  expect(await openTab(tab).open(key)).toEqual({ draft, isFromThisTab: true });
});

test('two tabs never open the same draft', async () => {
  const { openTab } = createDevice();
  await openTab().keep(key, draft);
  expect(await openTab().open(key)).toBeUndefined();
});

test('a duplicated tab, with its session storage, does not open the same draft either', async () => {
  const { openTab } = createDevice();
  const tab = createMemory();
  await openTab(tab).keep(key, draft);
  expect(await openTab(tab).open(key)).toBeUndefined();
});

test('drafts of closed tabs are found, the newest first', async () => {
  const { openTab, closeAll } = createDevice();
  await openTab().keep(key, draft);
  await openTab().keep(key, other);
  closeAll();
  expect(await openTab().open(key)).toEqual({ draft: other, isFromThisTab: false });
  expect(await openTab().open(key)).toEqual({ draft, isFromThisTab: false });
});

test('a draft from before signing in then belongs to that person', async () => {
  const { openTab, closeAll, database } = createDevice();
  const tab = createMemory();
  await openTab(tab).keep(anonymous, draft);
  closeAll();
  expect(await openTab(tab).open(key)).toEqual({ draft, isFromThisTab: true });
  await expect
    .poll(async () => (await database((it) => it.get('drafts', 'one')))?.author)
    .toBe(key.author);
});

test('after signing out nobody finds the draft until the person is back', async () => {
  const { openTab, closeAll } = createDevice();
  const tab = createMemory();
  await openTab(tab).keep(key, draft);
  closeAll();
  expect(await openTab(tab).open(anonymous)).toBeUndefined();
  expect(await openTab(tab).open({ ...key, author: 'minnie-2' })).toBeUndefined();
  expect((await openTab().open(key))?.draft).toEqual(draft);
});

test('a draft is stored as a list of its values, its base and what was passed, or as the values alone', async () => {
  const values = { fname: 'Mickey', place: { Latitude: '1', Longitude: '2' } };
  const base = { version: 3, answers: { fname: 'M' }, formVersion: 1 };
  const { database, vault, openTab } = createDevice();
  for (const [id, stored] of [
    ['with-base', [values, base]],
    ['with-passed', [values, base, ['fname']]],
    ['without-base', values],
  ] as const) {
    const sealed = await vault.seal(key.author, stored);
    const record = { id, author: key.author, place: `ride/${id}`, keptAt: 1, sealed };
    await database((it) => write(it, 'drafts', (store) => store.put(record)));
  }
  const tab = openTab();
  const read = async (id: string) => (await tab.open({ ...key, of: `ride/${id}` }))?.draft;
  expect(await read('with-base')).toEqual({ id: 'with-base', controlValues: values, base });
  expect(await read('with-passed')).toEqual({
    id: 'with-passed',
    controlValues: values,
    base,
    passed: ['fname'],
  });
  expect(await read('without-base')).toEqual({ id: 'without-base', controlValues: values });
  await tab.flush();
  const storedAgain = async (id: string) => {
    const record = await database((it) => it.get('drafts', id));
    return record && (await vault.open(key.author, record.sealed));
  };
  expect(await storedAgain('with-base')).toEqual([values, base]);
  expect(await storedAgain('with-passed')).toEqual([values, base, ['fname']]);
});

test('an emptied draft is deleted', async () => {
  const { openTab, database } = createDevice();
  const drafts = openTab();
  await drafts.keep(key, draft);
  await drafts.keep(key, { ...draft, controlValues: { fname: '' } });
  expect(await database((it) => it.count('drafts'))).toBe(0);
});

test('a full disk is reported', async () => {
  const { database } = createDevice();
  const full = createDrafts({
    database: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    vault: createVault(database),
    tab: createMemory(),
    locks: createFakeLocks(),
    now: () => 0,
  });
  expect(await full.keep(key, draft)).toBe('no-room');
});

test('a draft is empty when nothing is typed, ticked or chosen', () => {
  const controlValues = { a: '', b: false, c: [], d: { Latitude: '', Longitude: '' } };
  expect(isEmpty({ controlValues })).toBe(true);
  expect(
    isEmpty({ controlValues: { ...controlValues, d: { Latitude: '1', Longitude: '' } } }),
  ).toBe(false);
  expect(isEmpty({ controlValues: { ...controlValues, b: true } })).toBe(false);
});

test('a draft that another tab has continued is not overwritten, and the page learns why', async () => {
  const { openTab, closeAll, database } = createDevice();
  const cached = openTab();
  await cached.keep(key, draft);
  closeAll();
  const other = openTab();
  expect((await other.open(key))?.draft).toEqual(draft);
  const before = await database((it) => it.get('drafts', draft.id));
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(await cached.keep(key, { ...draft, controlValues: { fname: 'Minnie' } })).toBe(
    'in-another-tab',
  );
  expect(await database((it) => it.get('drafts', draft.id))).toEqual(before);
});

test('a disk that does not answer is not reported as full', async () => {
  const { database } = createDevice();
  const silent = createDrafts({
    database: () => Promise.reject(unresponsive('storage')),
    vault: createVault(database),
    tab: createMemory(),
    locks: createFakeLocks(),
    now: () => 0,
  });
  expect(await silent.keep(key, draft)).toBe('no-answer');
  await expect(silent.open({ ...key, of: 'other' })).rejects.toThrow('storage');
});
