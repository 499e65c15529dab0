import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Counted } from '#core/shield/counters.ts';
import type { Item, Table } from '../entries/dynamo-table.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import { createTableCounters } from './table-counters.ts';

const noon = new Date('2026-03-31T12:30:00Z');
const anHourLater = new Date('2026-03-31T13:30:00Z');
const ada: Counted = { is: 'device', form: 'feedback', username: 'open#ada' };
const school: Counted = { is: 'addressRange', form: 'feedback', range: '203.0.113.0/24' };

/** Several sandboxes of the function on one table, and what they have written to it. */
function sandboxes() {
  const table = createMemoryTable();
  const written: Item[] = [];
  const observed: Pick<Table, 'get' | 'put' | 'add'> = {
    get: (key) => table.get(key),
    put: (item, condition) => {
      written.push(item);
      return table.put(item, condition);
    },
    add: (key, name, options) => {
      written.push({ ...key, ...options?.set });
      return table.add(key, name, options);
    },
  };
  return {
    written,
    start: () => createTableCounters({ table: observed, remembered: {}, randomBytes }),
  };
}

test('all sandboxes count together, each hour and each sender by itself', async () => {
  const { start } = sandboxes();
  const [one, other] = [start(), start()];
  expect(await one.add(ada, noon)).toBe(1);
  expect(await other.add(ada, noon)).toBe(2);
  expect(await other.add(school, noon)).toBe(1);
  expect(await one.add({ ...ada, username: 'open#bob' }, noon)).toBe(1);
  expect(await one.add({ ...ada, form: 'visit' }, noon)).toBe(1);
  expect(await one.add(ada, anHourLater)).toBe(1);
  expect(await one.add(ada, noon)).toBe(3);
});

test('nothing that is stored has an address or a device in it, and all of it expires', async () => {
  const { start, written } = sandboxes();
  const counters = start();
  for (const it of [ada, school]) await counters.add(it, noon);
  expect(JSON.stringify(written)).not.toMatch(/203|open#|feedback/);
  const lifetimes = written.map((it) => Number(it['expiresAt']) - noon.getTime() / 1000);
  expect(Math.min(...lifetimes)).toBeGreaterThan(3600);
  expect(Math.max(...lifetimes)).toBeLessThan(24 * 3600);
});

test('the secret is another every day, so that nobody finds the same sender again', async () => {
  const { start, written } = sandboxes();
  const counters = start();
  for (const day of ['2026-03-30', '2026-03-31'])
    await counters.add(ada, new Date(`${day}T12:00:00Z`));
  const counts = written.filter(({ pk }) => pk !== 'rate#key');
  expect(new Set(counts.map(({ pk }) => pk)).size).toBe(2);
  expect(written.filter(({ pk }) => pk === 'rate#key').map(({ sk }) => sk)).toEqual([
    '2026-03-30',
    '2026-03-31',
  ]);
});
