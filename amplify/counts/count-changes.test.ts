import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadFields } from '#core/form/define-form.ts';
import { countStored } from '#core/summary/count-stored.ts';
import { sumOfCounts, withCellsOf } from '#core/summary/counts.ts';
import { mulberry32 } from '../../tools/testing/mulberry32.ts';
import type { Table } from '../entries/dynamo-table.ts';
import { deliverBadly } from '../testing/deliver-badly.ts';
import { randomHistories, surveyForm } from '../testing/entry-histories.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import { countChanges } from './count-changes.ts';
import { countedKey, countsText, countsTextIn } from './counts-items.ts';
import { readCounts } from './read-counts.ts';

beforeAll(() => loadFields(surveyForm));

const deps = {
  formById: () => surveyForm,
  now: () => new Date('2026-05-01T12:00:00Z'),
  log: () => {},
};

type Break = (table: Table) => Table;

/** Counts random histories whose changes are delivered badly, and compares with a recount. */
async function run(seed: number, breakTable: Break = (table) => table) {
  const chance = mulberry32(seed);
  const { shards, entries } = randomHistories(chance, { entries: 12, changes: 60, shards: 3 });
  const stored = createMemoryTable();
  const mishaps = await deliverBadly(
    shards,
    (table, event) => countChanges({ ...deps, table: breakTable(table), random: chance }, event),
    { chance, table: stored, mostRecords: 10 },
  );
  const { counts } = await readCounts(stored, surveyForm.id);
  const recount = sumOfCounts(entries.map((it) => countStored(surveyForm, it)));
  return { counts, recount: withCellsOf(recount, counts), mishaps, stored, entries };
}

test('whatever is delivered twice, fails or is killed, what is counted is what a recount finds', () =>
  fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const { counts, recount, stored, entries } = await run(seed);
      expect(countsText(counts)).toBe(countsText(recount));
      for (const entry of entries) {
        const [counted] = await stored.getAll([countedKey(entry)]);
        expect(counted && countsTextIn(counted)).toBe(countsText(countStored(surveyForm, entry)));
      }
    }),
    { numRuns: 100 },
  ));

test('of an entry that is erased or withdrawn, no answer is left in what it has added', async () => {
  const { stored, entries } = await run(7);
  const gone = entries.filter(({ deletedAt }) => deletedAt !== undefined);
  expect(gone).not.toEqual([]);
  for (const entry of gone) {
    const [counted] = await stored.getAll([countedKey(entry)]);
    const status = entry.erased ? 'erased' : 'withdrawn';
    expect(counted?.['counts']).toBe(`{"days":{},"fields":{},"statuses":{"${status}":1}}`);
  }
});

const isCounted = ({ sk }: { readonly sk?: unknown }) => String(sk).startsWith('counted#');

test.each<[string, Break]>([
  [
    'does not remember what an entry has added',
    (table) => ({
      ...table,
      getAll: (keys) => table.getAll(keys.filter((it) => !isCounted(it))),
      transact: (writes) =>
        table.transact(writes.filter((it) => !('put' in it && isCounted(it.put)))),
    }),
  ],
  [
    'remembers it in a second transaction',
    (table) => ({
      ...table,
      async transact(writes) {
        const isRemembering = (it: (typeof writes)[number]) => 'put' in it && isCounted(it.put);
        const done = await table.transact(writes.filter((it) => !isRemembering(it)));
        return done.done ? table.transact(writes.filter(isRemembering)) : done;
      },
    }),
  ],
  [
    'overwrites what another one has counted meanwhile',
    (table) => ({
      ...table,
      transact: (writes) =>
        table.transact(
          writes.map((it) => ('put' in it && !isCounted(it.put) ? { put: it.put } : it)),
        ),
    }),
  ],
])('a function that %s is noticed', async (_, breakTable) => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (__, seed) => run(seed, breakTable)),
  );
  expect(outcomes.some((it) => countsText(it.counts) !== countsText(it.recount))).toBe(true);
});

test('each of these mishaps happens', async () => {
  const runs = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => run(seed)));
  for (const kind of ['invocations', 'kills', 'failures', 'repeats'] as const)
    expect(runs.some(({ mishaps }) => mishaps[kind] > 0)).toBe(true);
});
