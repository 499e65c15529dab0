import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadFields } from '#core/form/define-form.ts';
import { countStored } from '#core/summary/count-stored.ts';
import { sumOfCounts } from '#core/summary/counts.ts';
import { mulberry32 } from '../../../tools/testing/mulberry32.ts';
import type { Item } from '../../entries/dynamo-table.ts';
import { toItem } from '../../entries/entry-item.ts';
import { randomHistories, surveyForm } from '../../testing/entry-histories.ts';
import { createMemoryTable } from '../../testing/memory-table.ts';
import { countChanges } from '../count-changes.ts';
import { countedKey, countsKey, countsText } from '../counts-items.ts';
import { readCounts } from '../read-counts.ts';
import { recount } from './recount.ts';

beforeAll(() => loadFields(surveyForm));

const now = () => new Date('2026-05-01T12:00:00Z');

/** A table with entries, all of them counted. */
async function aTable(seed: number) {
  const random = mulberry32(seed);
  const { shards, entries } = randomHistories(random, { entries: 30, changes: 90, shards: 1 });
  const table = createMemoryTable();
  for (const entry of entries) await table.put(JSON.parse(JSON.stringify(toItem(entry))) as Item);
  const deps = { table, now, random, formById: () => surveyForm, log: () => {} };
  return {
    table,
    entries,
    right: countsText(sumOfCounts(entries.map((it) => countStored(surveyForm, it)))),
    countAll: () => countChanges(deps, { Records: shards[0] ?? [] }),
    recount: () => recount(deps, [surveyForm]),
    counts: async () => countsText((await readCounts(table, surveyForm.id)).counts),
  };
}

test('nothing is changed if everything is counted', async () => {
  const { countAll, recount: again, entries, counts, right } = await aTable(1);
  await countAll();
  const nothingWrong = { form: 'survey', entries: entries.length, uncounted: 0, wrong: 0 };
  expect(await again()).toEqual([nothingWrong]);
  expect(await counts()).toBe(right);
});

test('entries from before anything was counted are counted, and then charts are made of the counts', async () => {
  const { table, recount: again, entries, counts, right } = await aTable(2);
  expect(await readCounts(table, 'survey')).not.toHaveProperty('recountedAt');
  const [found] = await again();
  expect(found).toMatchObject({ uncounted: entries.length, wrong: 0 });
  expect(await counts()).toBe(right);
  expect(await readCounts(table, 'survey')).toMatchObject({ recountedAt: now().toISOString() });
});

test('whatever was lost, changed or made up in the table is corrected', () =>
  fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const { table, countAll, recount: again, entries, counts, right } = await aTable(seed);
      await countAll();
      const [first, second] = entries;
      if (!first || !second) return;
      const other = countsText(countStored(surveyForm, { ...first, deletedAt: '2026-01-01' }));
      await table.put({ ...countedKey(first), version: 2, counts: other });
      await table.put({ ...countsKey('survey', 'fields#0', 3), version: 7, counts: other });
      await table.put({
        ...countedKey({ ...second, id: 'gone' }),
        version: 3,
        counts: countsText(countStored(surveyForm, second)),
      });
      await again();
      expect(await counts()).toBe(right);
      expect(await again()).toMatchObject([{ uncounted: 0, wrong: 0 }]);
    }),
    { numRuns: 30 },
  ));

test('changes that are counted meanwhile are counted once', async () => {
  const { table, countAll, entries, counts, right } = await aTable(4);
  const random = mulberry32(4);
  let counting: Promise<unknown> | undefined;
  const slow = {
    ...table,
    async scan(after?: Parameters<typeof table.scan>[0]) {
      counting ??= countAll();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      return table.scan(after);
    },
  };
  const [found] = await recount({ table: slow, now, random }, [surveyForm]);
  await counting;
  expect(found).toMatchObject({ entries: entries.length, wrong: 0 });
  expect(await counts()).toBe(right);
});
