import { expect, test } from 'vitest';
import { adopt } from '#core/entries/adopt.ts';
import { restorableUntil } from '#core/entries/restore-period.ts';
import type { EntryStore } from '#core/entries/store/entry-store.ts';
import { withdraw } from '#core/entries/withdraw.ts';
import type { Entry } from '#core/form/entry.ts';
import { anEntry } from '#core/testing/sample-entries.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import { createDynamoStore } from './dynamo-store.ts';
import { assignments, comments, reviews } from './kinds-beside.ts';

const id = '018f3c2e-7b1a-7000-9000-000000000001';
const at = '2026-01-02T00:00:00.000Z';
const by = 'olga';

/** The first item of its kind beside the entry. */
const kinds = [
  {
    kind: 'review',
    key: reviews.key,
    add: (store: EntryStore, entry: Entry) =>
      store.addReview(entry, { id, version: 1, state: 'sent-back', note: 'Why?', by, at }),
    all: (store: EntryStore, entry: Entry) => store.reviewsOf(entry),
    counted: { review: { state: 'sent-back' }, reviewCount: 1 },
  },
  {
    kind: 'comment',
    key: comments.key,
    add: (store: EntryStore, entry: Entry) =>
      store.addComment(entry, { id, version: 1, text: 'She called.', by, at }),
    all: (store: EntryStore, entry: Entry) => store.commentsOf(entry),
    counted: { commentCount: 1 },
  },
  {
    kind: 'assignment',
    key: assignments.key,
    add: (store: EntryStore, entry: Entry) =>
      store.addAssignment(entry, { id, to: 'ada@example.com', by, at }),
    all: (store: EntryStore, entry: Entry) => store.assignmentsOf(entry),
    counted: { assignedTo: 'ada@example.com', assignmentCount: 1 },
  },
];

/** A store where something is written beside an entry after it was read, just before it is changed. */
async function writtenMeanwhile({ add }: Pick<(typeof kinds)[number], 'add'>) {
  const table = createMemoryTable();
  const store = createDynamoStore(table);
  const entry = anEntry();
  await store.insert(entry);
  let isFirst = true;
  const slow: EntryStore = {
    ...store,
    async update(next, ...others) {
      if (isFirst && next.username === entry.username) {
        isFirst = false;
        await add(store, entry);
      }
      return store.update(next, ...others);
    },
  };
  const deps = { store: slow, now: () => new Date(at), digest: (text: string) => text };
  return { table, store, entry, deps };
}

test.each(kinds)(
  'the first $kind, written while its entry is withdrawn, expires with the answers',
  async ({ key, ...kind }) => {
    const { table, entry, deps } = await writtenMeanwhile(kind);
    await withdraw(deps, { key: entry, changeId: id, permanent: false });
    const expiresAt = restorableUntil(at).getTime() / 1000;
    expect(await table.get(key(entry, id))).toMatchObject({ id, expiresAt });
  },
);

test.each(kinds)(
  'the first $kind, written while its entry is adopted, is adopted, too',
  async ({ all, key, counted, ...kind }) => {
    const { table, store, entry, deps } = await writtenMeanwhile(kind);
    await adopt(deps, { from: entry.username, to: 'ada' });
    const copy = { ...entry, username: 'ada' };
    expect(await all(store, copy)).toMatchObject([{ id, by, at }]);
    expect(await store.find(copy)).toMatchObject(counted);
    expect(Object.keys((await table.get(key(entry, id))) ?? {}).toSorted()).toEqual([
      'expiresAt',
      'pk',
      'sk',
    ]);
  },
);
