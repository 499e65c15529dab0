import { expect, test } from 'vitest';
import { anEntry, idAt } from '#core/entries/sample-entries.contract.ts';
import type { Entry } from '#core/entry.ts';
import { createMarkers } from '../mail/marker.ts';
import { createDynamoStore } from './dynamo-store.ts';
import { keyOf, toItem } from './item.ts';
import type { Item, Table } from './table.ts';

/** A table where nothing can be written, with what it says to that, and what it holds. */
function aTable(existing: Item | undefined, held: Item | undefined): Table {
  return {
    get: async () => held,
    getAll: async () => (held ? [held] : []),
    put: async () => ({ done: false, ...(existing && { existing }) }),
    update: async () => ({ done: false }),
    query: async () => ({ items: [] }),
  };
}

const now = () => new Date(0);
const entry = anEntry();
const other = toItem(anEntry());

test.each<[string, Item | undefined]>([
  ['nothing', undefined],
  ['an item without anything', {}],
  ['another item', other],
])('an insert that was refused with %s is answered with what is there', async (_, existing) => {
  const there: Entry = { ...entry, answers: { name: 'Minnie' } };
  const store = createDynamoStore(aTable(existing, toItem(there)));
  expect(await store.insert(entry)).toEqual({ existing: there });
});

test.each<[string, Item | undefined]>([
  ['nothing', undefined],
  ['an item without anything', {}],
  ['another item', other],
])(
  'an insert that was refused with %s, though nothing is there, is not done',
  async (_, existing) => {
    const store = createDynamoStore(aTable(existing, undefined));
    await expect(store.insert(entry)).rejects.toThrow('refused');
  },
);

test('an update that was refused is not done, whatever is there', async () => {
  const store = createDynamoStore(aTable(other, undefined));
  expect(await store.update({ ...entry, version: 2 })).toEqual({ done: false, current: undefined });
});

test('a mail whose marker was refused without a word is looked up, and not taken for sent', async () => {
  const claim = (held: Item | undefined) =>
    createMarkers({ table: aTable(undefined, held), now }).claim(
      { kind: 'confirmation' },
      entry,
      false,
    );
  expect(await claim({ ...keyOf(entry), state: 'sending' })).toBe(true);
  expect(await claim({ ...keyOf(entry), state: 'sent' })).toBe(false);
  await expect(claim(undefined)).rejects.toThrow('refused');
});

test('a list that looks at thousands in vain says where to go on', async () => {
  let looked = 0;
  const store = createDynamoStore({
    ...aTable(undefined, undefined),
    async query({ Limit }) {
      looked += Limit;
      return { items: [], last: keyOf({ ...entry, id: idAt(10_000_000 - looked) }) };
    },
  });
  const { username } = entry;
  const page = await store.list({ username, form: 'form', limit: 25, withdrawnAfter: '2020' });
  expect(page).toEqual({ entries: [], next: idAt(10_000_000 - looked) });
  expect(looked).toBeGreaterThan(4000);
  expect(looked).toBeLessThan(10_000);
});
