import { expect, test } from 'vitest';
import { anEntry, idAt } from '#core/testing/sample-entries.ts';
import type { Entry } from '#core/form/entry.ts';
import { createDeliveryRecords } from '../mail/delivery-records.ts';
import { createDynamoStore } from './dynamo-store.ts';
import { deliveryRecordKey, entryItemKey, toItem } from './entry-item.ts';
import type { Item, Table } from './dynamo-table.ts';

/** A table in which every condition fails. Writes return `existing`, and reads return `stored`. */
function aTable(existing: Item | undefined, stored: Item | undefined): Table {
  return {
    get: async () => stored,
    getAll: async () => (stored ? [stored] : []),
    put: async () => ({ done: false, ...(existing && { existing }) }),
    update: async () => ({ done: false }),
    add: async () => 1,
    transact: async () => ({ done: false, failed: new Map() }),
    query: async () => ({ items: [] }),
    scan: async () => ({ items: [] }),
  };
}

const now = () => new Date(0);
const entry = anEntry();
const other = toItem(anEntry());

test.each<[string, Item | undefined]>([
  ['nothing', undefined],
  ['an item without anything', {}],
  ['another item', other],
])('an insert rejected with %s returns the existing entry', async (_, existing) => {
  const there: Entry = { ...entry, answers: { name: 'Minnie' } };
  const store = createDynamoStore(aTable(existing, toItem(there)));
  expect(await store.insert(entry)).toEqual({ existing: there });
});

test.each<[string, Item | undefined]>([
  ['nothing', undefined],
  ['an item without anything', {}],
  ['another item', other],
])('an insert rejected with %s, although no entry exists, fails', async (_, existing) => {
  const store = createDynamoStore(aTable(existing, undefined));
  await expect(store.insert(entry)).rejects.toThrow('refused');
});

test('a rejected update is not done, whatever is stored', async () => {
  const store = createDynamoStore(aTable(other, undefined));
  expect(await store.update({ ...entry, version: 2 })).toEqual({ done: false, current: undefined });
});

test('a delivery record rejected without details is read again, and the mail does not count as sent', async () => {
  const claim = (stored: Item | undefined) =>
    createDeliveryRecords({ table: aTable(undefined, stored), now }).claim(
      deliveryRecordKey('confirmation', entry),
      false,
    );
  expect(await claim({ ...entryItemKey(entry), state: 'sending' })).toBe(true);
  expect(await claim({ ...entryItemKey(entry), state: 'sent' })).toBe(false);
  await expect(claim(undefined)).rejects.toThrow('refused');
});

test('a list that finds nothing in thousands of items returns a cursor', async () => {
  let itemsRead = 0;
  const store = createDynamoStore({
    ...aTable(undefined, undefined),
    async query({ Limit }) {
      itemsRead += Limit;
      return { items: [], last: entryItemKey({ ...entry, id: idAt(10_000_000 - itemsRead) }) };
    },
  });
  const { username } = entry;
  const page = await store.list({ username, form: 'form', limit: 25, withdrawnAfter: '2020' });
  expect(page).toEqual({ entries: [], next: idAt(10_000_000 - itemsRead) });
  expect(itemsRead).toBeGreaterThan(4000);
  expect(itemsRead).toBeLessThan(10_000);
});
