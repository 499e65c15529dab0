import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Table } from './table.ts';

const ifAbsent = { if: 'attribute_not_exists(pk)' };
const ifVersion = (version: number) => ({
  if: '#version = :before',
  values: { ':before': version },
});
const ifNotNewer = (version: number) => ({
  if: 'attribute_not_exists(pk) OR #version <= :version',
  names: { '#version': 'version' },
  values: { ':version': version },
});

/** What every table must do with the conditions that the store and the mail's markers set. */
export function describeTable(open: () => Table): void {
  test('an item is put where there is none, and is otherwise given back', async () => {
    const { table, key, item } = aWorld(open);
    expect(await table.get(key)).toBeUndefined();
    expect(await table.put(item, ifAbsent)).toEqual({ done: true });
    expect(await table.put({ ...item, version: 9 }, ifAbsent)).toEqual({
      done: false,
      existing: item,
    });
    expect(await table.get(key)).toEqual(item);
  });

  test('many items are got at once, those that are there', async () => {
    const table = open();
    const keys = Array.from({ length: 230 }, (_, n) => ({ pk: randomUUID(), sk: `${n}` }));
    const there = keys.filter((_, n) => n % 3 === 0);
    await Promise.all(there.map((key) => table.put({ ...key, said: key.sk })));
    const got = await table.getAll(keys);
    expect(new Map(got.map((it) => [it['pk'], it]))).toEqual(
      new Map(there.map((key) => [key.pk, { ...key, said: key.sk }])),
    );
    expect(got).toHaveLength(there.length);
    expect(await table.getAll([])).toEqual([]);
  });

  test('an update sets and removes attributes of the version it names, and of no other', async () => {
    const { table, key, item } = aWorld(open);
    await table.put(item);
    const changes = { version: 3, said: undefined, more: ['a', { b: 1 }] };
    expect((await table.update(key, changes, ifVersion(1))).done).toBe(false);
    expect(await table.get(key)).toEqual(item);
    expect(await table.update(key, changes, ifVersion(2))).toEqual({ done: true });
    expect(await table.get(key)).toEqual({ ...key, version: 3, more: ['a', { b: 1 }] });
  });

  test('an update makes no item where there is none', async () => {
    const { table, key } = aWorld(open);
    expect((await table.update(key, { version: 2 }, ifVersion(1))).done).toBe(false);
    expect(await table.get(key)).toBeUndefined();
  });

  test('an item is put over one of the state it names, and over no other', async () => {
    const { table, item } = aWorld(open);
    const over = { if: '#state = :state', names: { '#state': 'state' }, values: { ':state': 'a' } };
    expect((await table.put({ ...item, state: 'b' }, over)).done).toBe(false);
    await table.put({ ...item, state: 'a' });
    expect(await table.put({ ...item, state: 'b' }, over)).toEqual({ done: true });
    expect((await table.put({ ...item, state: 'c' }, over)).done).toBe(false);
  });

  test.each([
    [1, false],
    [2, true],
    [3, true],
  ])('over version 2, version %i is put: %j', async (version, done) => {
    const { table, item } = aWorld(open);
    expect(await table.put(item, ifNotNewer(2))).toEqual({ done: true });
    const other = { ...item, version, said: 'other' };
    expect((await table.put(other, ifNotNewer(version))).done).toBe(done);
  });
}

function aWorld(open: () => Table) {
  const key = { pk: randomUUID(), sk: 'one' };
  return { table: open(), key, item: { ...key, version: 2, said: 'something' } };
}
