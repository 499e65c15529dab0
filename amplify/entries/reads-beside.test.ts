import { expect, test } from 'vitest';
import { assign } from '#core/assignments/assign.ts';
import { addComment } from '#core/comments/add-comment.ts';
import { takeBackComment } from '#core/comments/take-back-comment.ts';
import type { EntryStore, StoredEntry } from '#core/entries/store/entry-store.ts';
import { addReview } from '#core/review/add-review.ts';
import { anEntry, withdrawn } from '#core/testing/sample-entries.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import { createDynamoStore } from './dynamo-store.ts';
import type { Table } from './dynamo-table.ts';

const id = '018f3c2e-7b1a-7000-9000-000000000001';
const by = 'olga';
const now = () => new Date('2026-01-02T00:00:00.000Z');

const add = {
  review: (store: EntryStore, key: StoredEntry) =>
    addReview({ store, now }, { key, sent: { id, by, version: 1, state: 'approved' } }),
  comment: (store: EntryStore, key: StoredEntry) =>
    addComment({ store, now }, { key, sent: { id, by, version: 1, text: 'She called.' } }),
  assignment: (store: EntryStore, key: StoredEntry) =>
    assign({ store, now, members: { find: async () => undefined } }, { key, sent: { id, by } }),
};

const kinds = Object.keys(add) as (keyof typeof add)[];

/** A store that notes the kind of each item that it reads. */
function readingStore() {
  const table = createMemoryTable();
  let read: string[] = [];
  const noting: Table = {
    ...table,
    async get(key) {
      read.push(key.sk.split('#')[0] ?? '');
      return table.get(key);
    },
    async query(input) {
      read.push('query');
      return table.query(input);
    },
  };
  const store = createDynamoStore(noting);
  return {
    store,
    during: async (work: () => Promise<unknown>) => {
      read = [];
      const answer = await work();
      return { read, answer };
    },
  };
}

test.each(kinds)('the entry is read once to add a %s', async (kind) => {
  const { store, during } = readingStore();
  const entry = anEntry();
  await store.insert(entry);
  const { read, answer } = await during(() => add[kind](store, entry));
  expect(answer).toMatchObject({ ok: true, value: { isNew: true } });
  expect(read).toEqual(['entry']);
});

test.each(kinds)('a withdrawn entry is read once to refuse a %s', async (kind) => {
  const { store, during } = readingStore();
  const entry = anEntry();
  await store.insert(entry);
  await store.update(withdrawn(entry));
  const { read, answer } = await during(() => add[kind](store, entry));
  expect(answer).toMatchObject({ ok: false, problem: { code: 'gone' } });
  expect(read).toEqual(['entry', 'withdrawn', kind]);
});

test('a comment is read once to take it back', async () => {
  const { store, during } = readingStore();
  const entry = anEntry();
  await store.insert(entry);
  await add.comment(store, entry);
  const { read, answer } = await during(() =>
    takeBackComment({ store, now }, { key: entry, id, by: { by }, isOwner: false }),
  );
  expect(answer).toMatchObject({ ok: true });
  expect(read).toEqual(['comment', 'entry']);
});
