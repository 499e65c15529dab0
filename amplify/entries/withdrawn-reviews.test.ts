import { expect, test } from 'vitest';
import { restore } from '#core/entries/restore.ts';
import { withdraw } from '#core/entries/withdraw.ts';
import { restorableUntil } from '#core/entries/restore-period.ts';
import { anEntry } from '#core/testing/sample-entries.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import { createDynamoStore } from './dynamo-store.ts';
import { reviews } from './kinds-beside.ts';

const id = '018f3c2e-7b1a-7000-9000-000000000001';
const at = '2026-01-02T00:00:00.000Z';

async function withReview() {
  const table = createMemoryTable();
  const store = createDynamoStore(table);
  const deps = { store, now: () => new Date(at), digest: (text: string) => text };
  const entry = anEntry();
  await store.insert(entry);
  await store.addReview(entry, { id, version: 1, state: 'sent-back', note: 'Why?', by: 'o', at });
  const changeOf = (n: number) => ({ key: entry, changeId: `${id.slice(0, -1)}${n}` });
  return {
    table,
    store,
    entry,
    withdraw: (n: number, permanent = false) => withdraw(deps, { ...changeOf(n), permanent }),
    restore: (n: number) => restore(deps, { ...changeOf(n), form: {} }),
    item: () => table.get(reviews.key(entry, id)),
  };
}

test('a note expires with the answers of a withdrawn entry, and stays if that is restored', async () => {
  const { store, entry, item, ...author } = await withReview();
  await author.withdraw(2);
  const expiresAt = restorableUntil(at).getTime() / 1000;
  expect(await item()).toMatchObject({ note: 'Why?', expiresAt });
  // A retry does what the first attempt may not have done.
  await author.withdraw(2);
  expect(await item()).toMatchObject({ expiresAt });
  await author.restore(3);
  expect(await item()).toMatchObject({ note: 'Why?' });
  expect(await item()).not.toHaveProperty('expiresAt');
  expect(await store.reviewsOf(entry)).toMatchObject([{ id, note: 'Why?' }]);
});

test('a withdrawal that comes late does not bring back a note that was erased', async () => {
  const { store, entry, item, ...author } = await withReview();
  await author.withdraw(2);
  await author.withdraw(3, true);
  await store.alignExpiry(entry);
  expect(await item()).not.toHaveProperty('note');
});
