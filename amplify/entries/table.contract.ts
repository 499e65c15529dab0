import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Table } from './dynamo-table.ts';

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

/** What every implementation of Table must do with the conditions that the store and the delivery records use. */
export function describeTable(open: () => Table): void {
  test('put writes a new item, and returns the existing one otherwise', async () => {
    const { table, key, item } = openWithItem(open);
    expect(await table.get(key)).toBeUndefined();
    expect(await table.put(item, ifAbsent)).toEqual({ done: true });
    expect(await table.put({ ...item, version: 9 }, ifAbsent)).toEqual({
      done: false,
      existing: item,
    });
    expect(await table.get(key)).toEqual(item);
  });

  test('update can be conditional on an attribute that it sets, and on its absence', async () => {
    const { table, key, item } = openWithItem(open);
    await table.put(item);
    const ifArrived = (before?: readonly string[]) => ({
      if: `#version = :version AND ${before ? '#filesArrived = :arrived' : 'attribute_not_exists(#filesArrived)'} AND attribute_not_exists(#fileChecks)`,
      names: { '#version': 'version' },
      values: { ':version': item['version'], ...(before && { ':arrived': before }) },
    });
    const set = async (filesArrived: readonly string[], before?: readonly string[]) =>
      (await table.update(key, { filesArrived, fileChecks: undefined }, ifArrived(before))).done;
    expect(await set(['a'], [])).toBe(false);
    expect(await set(['a'])).toBe(true);
    expect(await set(['b'])).toBe(false);
    expect(await set(['a', 'b'], ['a'])).toBe(true);
    expect(await set(['c'], ['a'])).toBe(false);
    expect((await table.get(key))?.['filesArrived']).toEqual(['a', 'b']);
  });

  test('update can be conditional on an attribute with records in it, as a whole', async () => {
    const { table, key, item } = openWithItem(open);
    const awaited = { a: { sha256: 'x', result: 'awaited' } };
    await table.put({ ...item, fileChecks: awaited });
    const set = async (fileChecks: object, before: object) =>
      (
        await table.update(
          key,
          { filesArrived: undefined, fileChecks },
          {
            if: '#version = :version AND attribute_not_exists(#filesArrived) AND #fileChecks = :checks',
            names: { '#version': 'version' },
            values: { ':version': item['version'], ':checks': before },
          },
        )
      ).done;
    const clean = { a: { sha256: 'x', result: 'clean' } };
    expect(await set(clean, { a: { sha256: 'y', result: 'awaited' } })).toBe(false);
    expect(await set(clean, {})).toBe(false);
    expect(await set(clean, awaited)).toBe(true);
    expect((await table.get(key))?.['fileChecks']).toEqual(clean);
  });

  test('add counts from one, and sets what else it is given', async () => {
    const { table, key } = openWithItem(open);
    expect(await table.add(key, 'count', { set: { expiresAt: 7 } })).toBe(1);
    expect(await table.add(key, 'count', { set: { expiresAt: 9 } })).toBe(2);
    expect(await table.add(key, 'other')).toBe(1);
    expect(await table.get(key)).toEqual({ ...key, count: 2, other: 1, expiresAt: 9 });
  });

  test('of many that add at once each gets another sum', async () => {
    const { table, key } = openWithItem(open);
    const sums = await Promise.all(Array.from({ length: 20 }, () => table.add(key, 'count')));
    expect(sums.toSorted((a, b) => a - b)).toEqual(sums.map((_, i) => i + 1));
  });

  test('getAll returns the items that exist', async () => {
    const table = open();
    const keys = Array.from({ length: 230 }, (_, n) => ({ pk: randomUUID(), sk: `${n}` }));
    const there = keys.filter((_, n) => n % 3 === 0);
    await Promise.all(there.map((key) => table.put({ ...key, text: key.sk })));
    const got = await table.getAll(keys);
    expect(new Map(got.map((it) => [it['pk'], it]))).toEqual(
      new Map(there.map((key) => [key.pk, { ...key, text: key.sk }])),
    );
    expect(got).toHaveLength(there.length);
    expect(await table.getAll([])).toEqual([]);
  });

  test('update sets and removes attributes of the version it names, and of no other', async () => {
    const { table, key, item } = openWithItem(open);
    await table.put(item);
    const changes = { version: 3, text: undefined, more: ['a', { b: 1 }] };
    expect((await table.update(key, changes, ifVersion(1))).done).toBe(false);
    expect(await table.get(key)).toEqual(item);
    expect(await table.update(key, changes, ifVersion(2))).toEqual({ done: true });
    expect(await table.get(key)).toEqual({ ...key, version: 3, more: ['a', { b: 1 }] });
  });

  test('update does not create an item', async () => {
    const { table, key } = openWithItem(open);
    expect((await table.update(key, { version: 2 }, ifVersion(1))).done).toBe(false);
    expect(await table.get(key)).toBeUndefined();
  });

  test('put replaces an item in the state it names, and in no other', async () => {
    const { table, item } = openWithItem(open);
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
  ])('put replaces version 2 by version %i: %j', async (version, done) => {
    const { table, item } = openWithItem(open);
    expect(await table.put(item, ifNotNewer(2))).toEqual({ done: true });
    const other = { ...item, version, text: 'other' };
    expect((await table.put(other, ifNotNewer(version))).done).toBe(done);
  });

  test('a transaction writes and counts, and counts from nothing', async () => {
    const { table, key, item } = openWithItem(open);
    const seats = { pk: randomUUID(), sk: 'entries' };
    const put = { put: item, condition: ifAbsent };
    expect(await table.transact([put, { count: seats, by: 1, max: 2 }])).toEqual({ done: true });
    expect(await table.get(key)).toEqual(item);
    expect(await table.get(seats)).toEqual({ ...seats, taken: 1 });
    const update = { update: key, changes: { version: 3 }, condition: ifVersion(2) };
    expect(await table.transact([update, { count: seats, by: -1 }])).toEqual({ done: true });
    expect(await table.get(key)).toEqual({ ...item, version: 3 });
    expect(await table.get(seats)).toEqual({ ...seats, taken: 0 });
  });

  test('a transaction with a condition that is not met does nothing, and says which', async () => {
    const { table, key, item } = openWithItem(open);
    const [full, free] = [randomUUID(), randomUUID()].map((pk) => ({ pk, sk: 'entries' }));
    if (!full || !free) return expect.fail();
    await table.transact([{ count: full, by: 1, max: 1 }]);
    const put = { put: item, condition: ifAbsent };
    const counts = [full, free].map((count) => ({ count, by: 1, max: 1 }));
    expect(await table.transact([put, ...counts])).toEqual({
      done: false,
      failed: new Map([[1, undefined]]),
    });
    expect(await table.getAll([key, free])).toEqual([]);
    await table.put(item);
    const again = await table.transact([{ ...put, put: { ...item, version: 9 } }, ...counts]);
    expect(again).toEqual({
      done: false,
      failed: new Map([
        [0, item],
        [1, undefined],
      ]),
    });
    expect(await table.get(key)).toEqual(item);
    return undefined;
  });

  test('of transactions at the same time as many count as there is room for', async () => {
    const table = open();
    const seats = { pk: randomUUID(), sk: 'entries' };
    const items = Array.from({ length: 20 }, () => ({ pk: randomUUID(), sk: 'one' }));
    const results = await Promise.all(
      items.map((put) =>
        table.transact([
          { put, condition: ifAbsent },
          { count: seats, by: 1, max: 7 },
        ]),
      ),
    );
    expect(results.filter(({ done }) => done)).toHaveLength(7);
    expect(await table.getAll(items)).toHaveLength(7);
    expect(await table.get(seats)).toMatchObject({ taken: 7 });
  });
}

function openWithItem(open: () => Table) {
  const key = { pk: randomUUID(), sk: 'one' };
  return { table: open(), key, item: { ...key, version: 2, text: 'something' } };
}
