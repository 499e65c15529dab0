import { expect, test } from 'vitest';
import { eraseAll } from '#core/entries/erase-all.ts';
import { anEntry } from '#core/entries/sample-entries.contract.ts';
import { settling } from '#core/entries/store.ts';
import { createDynamoStore } from './dynamo-store.ts';
import { createMemoryTable } from './memory-table.ts';
import type { Table } from './table.ts';

/** One table under two functions, of which the first one's writes wait until they are let through. */
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

test('an entry that looked before the erasure began, and is stored after it was done, is erased again', async () => {
  const { late, erasing, pass, letThrough } = aRace();
  const entry = anEntry();
  const inserted = late.insert(entry);
  await new Promise((resolve) => void setTimeout(resolve, 0));
  await eraseAll(erasing, entry.username);
  pass(settling);
  expect(await eraseAll(erasing, entry.username)).toEqual({ erased: 0, done: true });
  letThrough();
  expect(await inserted).toEqual({ isClosed: true });
  expect(await erasing.store.left(entry.username, 10)).toEqual([]);
  expect(await erasing.store.find(entry)).toMatchObject({ erased: true, answers: {} });
});

test('one that is stored while the erasure goes on is found by it', async () => {
  const { late, erasing, pass, letThrough } = aRace();
  const entry = anEntry();
  const inserted = late.insert(entry);
  await new Promise((resolve) => void setTimeout(resolve, 0));
  await eraseAll(erasing, entry.username);
  pass(settling / 2);
  letThrough();
  expect(await inserted).toEqual({});
  pass(settling / 2);
  expect(await eraseAll(erasing, entry.username)).toEqual({ erased: 1, done: false });
  expect(await eraseAll(erasing, entry.username)).toEqual({ erased: 0, done: true });
});
