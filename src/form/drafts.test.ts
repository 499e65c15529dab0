import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createDatabase } from '../device/database.ts';
import { unresponsive } from '../device/timeout.ts';
import { createVault } from '../device/vault.ts';
import { createFakeLocks, createMemory } from '../fake-world.tsx';
import { isEmpty } from './draft.ts';
import { draftsContract } from './drafts.contract.ts';
import { createDrafts } from './drafts.ts';

/** A device with several tabs, of which each has a memory of its own. */
function createDevice() {
  const database = createDatabase(`drafts-${crypto.randomUUID()}`);
  const vault = createVault(database);
  let clock = 0;
  const now = () => (clock += 1);
  let locks = createFakeLocks();
  const request = (...asked: Parameters<typeof locks.request>) => locks.request(...asked);
  const openTab = (tab = createMemory()) => {
    return createDrafts({ database, vault, tab, locks: { request } as typeof locks, now });
  };
  return { database, openTab, closeAll: () => void (locks = createFakeLocks()) };
}

draftsContract('drafts on the disk', () => createDevice().openTab());

const place = { author: 'mickey-1', of: 'ride' };
const anonymous = { author: '', of: 'ride' };
const draft = { id: 'one', held: { fname: 'Mickey' } };
const other = { id: 'two', held: { fname: 'Minnie' } };

test('a tab that is loaded again finds its own draft', async () => {
  const { openTab, closeAll } = createDevice();
  const tab = createMemory();
  await openTab(tab).keep(place, draft);
  await openTab().keep(place, other);
  closeAll();
  expect(await openTab(tab).open(place)).toEqual({ draft, isFromHere: true });
});

test('two tabs never have the same draft', async () => {
  const { openTab } = createDevice();
  await openTab().keep(place, draft);
  expect(await openTab().open(place)).toBeUndefined();
});

test('not even when one tab was made from the other, memory and all', async () => {
  const { openTab } = createDevice();
  const tab = createMemory();
  await openTab(tab).keep(place, draft);
  expect(await openTab(tab).open(place)).toBeUndefined();
});

test('what closed tabs have left is found, the newest first', async () => {
  const { openTab, closeAll } = createDevice();
  await openTab().keep(place, draft);
  await openTab().keep(place, other);
  closeAll();
  expect(await openTab().open(place)).toEqual({ draft: other, isFromHere: false });
  expect(await openTab().open(place)).toEqual({ draft, isFromHere: false });
});

test('what was typed before signing in is taken along, and then is theirs', async () => {
  const { openTab, closeAll, database } = createDevice();
  const tab = createMemory();
  await openTab(tab).keep(anonymous, draft);
  closeAll();
  expect(await openTab(tab).open(place)).toEqual({ draft, isFromHere: true });
  await expect
    .poll(async () => (await database((it) => it.get('drafts', 'one')))?.author)
    .toBe(place.author);
});

test('after signing out nobody finds it, until the person is back', async () => {
  const { openTab, closeAll } = createDevice();
  const tab = createMemory();
  await openTab(tab).keep(place, draft);
  closeAll();
  expect(await openTab(tab).open(anonymous)).toBeUndefined();
  expect(await openTab(tab).open({ ...place, author: 'minnie-2' })).toBeUndefined();
  expect((await openTab().open(place))?.draft).toEqual(draft);
});

test('an emptied draft is not kept', async () => {
  const { openTab, database } = createDevice();
  const drafts = openTab();
  await drafts.keep(place, draft);
  await drafts.keep(place, { ...draft, held: { fname: '' } });
  expect(await database((it) => it.count('drafts'))).toBe(0);
});

test('a device without room says so', async () => {
  const { database } = createDevice();
  const full = createDrafts({
    database: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
    vault: createVault(database),
    tab: createMemory(),
    locks: createFakeLocks(),
    now: () => 0,
  });
  expect(await full.keep(place, draft)).toBe('no-room');
});

test('a draft is empty when nothing is typed, ticked or chosen', () => {
  const held = { a: '', b: false, c: [], d: { Latitude: '', Longitude: '' } };
  expect(isEmpty({ held })).toBe(true);
  expect(isEmpty({ held: { ...held, d: { Latitude: '1', Longitude: '' } } })).toBe(false);
  expect(isEmpty({ held: { ...held, b: true } })).toBe(false);
});

test('what another tab has gone on with meanwhile is not written over, and the page is told', async () => {
  const { openTab, closeAll, database } = createDevice();
  const cached = openTab();
  await cached.keep(place, draft);
  closeAll();
  const other = openTab();
  expect((await other.open(place))?.draft).toEqual(draft);
  const before = await database((it) => it.get('drafts', draft.id));
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  expect(await cached.keep(place, { ...draft, held: { fname: 'Minnie' } })).toBe('in-another-tab');
  expect(await database((it) => it.get('drafts', draft.id))).toEqual(before);
});

test('a disk that does not answer is not one that is full', async () => {
  const { database } = createDevice();
  const silent = createDrafts({
    database: () => Promise.reject(unresponsive('storage')),
    vault: createVault(database),
    tab: createMemory(),
    locks: createFakeLocks(),
    now: () => 0,
  });
  expect(await silent.keep(place, draft)).toBe('no-answer');
  await expect(silent.open({ ...place, of: 'other' })).rejects.toThrow('storage');
});
