import { expect, test } from 'vitest';
import { err, ok } from '#core/values/result.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { allEntries } from './all-entries.ts';

const visit = { id: 'visit', title: 'Visit', fields: [] } as unknown as Parameters<
  typeof allEntries
>[1][number];

function entry(id: string, version: number): ApiEntry {
  const at = '2026-06-01T10:00:00.000Z';
  return { id, version, answers: {}, createdAt: at, updatedAt: at, receipt: {} };
}

test('an entry that is withdrawn while they are read is returned once, as withdrawn', async () => {
  const counts: number[] = [];
  const found = await allEntries(
    {
      list: async (_, { isWithdrawn } = {}) =>
        ok({
          entries: isWithdrawn ? [entry('b', 2)] : [entry('a', 1), entry('b', 1)],
          cursor: undefined,
        }),
    },
    [visit],
    (count) => void counts.push(count),
  );
  expect(found).toEqual(
    ok([
      { form: visit, entry: entry('a', 1), isWithdrawn: false },
      { form: visit, entry: entry('b', 2), isWithdrawn: true },
    ]),
  );
  expect(counts).toEqual([2, 2]);
});

test('a list that cannot be read is a failure, not a shorter list', async () => {
  const found = await allEntries(
    {
      list: async (_, { isWithdrawn } = {}) =>
        isWithdrawn
          ? err({ is: 'unreachable' })
          : ok({ entries: [entry('a', 1)], cursor: undefined }),
    },
    [visit],
    () => undefined,
  );
  expect(found).toEqual(err('unreachable'));
});
