import { expect, test } from 'vitest';
import { eraseAll } from '#core/entries/erase-all.ts';
import { anEntry } from '#core/testing/sample-entries.ts';
import { settlingTime } from '#core/entries/store/entry-store.ts';
import { createDynamoStore } from './dynamo-store.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import type { Table } from './dynamo-table.ts';

/** One table used by two functions. The first one's writes wait until the test lets them through. */
function aRace() {
  let time = 0;
  const opening = new EventTarget();
  const gate = new Promise((resolve) => {
    opening.addEventListener('open', resolve);
  });
  const table = createMemoryTable();
  const waiting: Table = {
    ...table,
    async put(item, condition) {
      await gate;
      return table.put(item, condition);
    },
  };
  const clock = () => time;
  return {
    late: createDynamoStore(waiting, clock),
    erasing: { store: createDynamoStore(table, clock), now: () => new Date(time) },
    pass: (milliseconds: number) => void (time += milliseconds),
    letThrough: () => void opening.dispatchEvent(new Event('open')),
  };
}

test('an entry that was checked before an erasure began, and stored after it was done, is erased again', async () => {
  const { late, erasing, pass, letThrough } = aRace();
  const entry = anEntry();
  const inserted = late.insert(entry);
  await new Promise((resolve) => void setTimeout(resolve, 0));
  await eraseAll(erasing, entry.username);
  pass(settlingTime);
  expect(await eraseAll(erasing, entry.username)).toEqual({ erased: 0, done: true });
  letThrough();
  expect(await inserted).toEqual({ isClosed: true });
  expect(await erasing.store.remainingOf(entry.username, 10)).toEqual([]);
  expect(await erasing.store.find(entry)).toMatchObject({ erased: true, answers: {} });
});

test('an entry that is stored during an erasure is found by it', async () => {
  const { late, erasing, pass, letThrough } = aRace();
  const entry = anEntry();
  const inserted = late.insert(entry);
  await new Promise((resolve) => void setTimeout(resolve, 0));
  await eraseAll(erasing, entry.username);
  pass(settlingTime / 2);
  letThrough();
  expect(await inserted).toEqual({});
  pass(settlingTime / 2);
  expect(await eraseAll(erasing, entry.username)).toEqual({ erased: 1, done: false });
  expect(await eraseAll(erasing, entry.username)).toEqual({ erased: 0, done: true });
});
