import { noCounts, sumOfCounts, withFewCells, type Counts } from '#core/summary/counts.ts';
import type { Item, ItemKey, Table, Write } from '../entries/dynamo-table.ts';
import { countsIn, countsKey, itemKeyText, packCounts } from './counts-items.ts';
import { ifNone, ifVersionIs } from '../entries/write-conditions.ts';

/** Different numbers of one field that are counted one by one. More share cells: core/summary/number-counts.ts. */
export const mostCells = 128;

type Added = { readonly shard: number; readonly parts: ReadonlyMap<string, Counts> };

/** The writes that add to the parts of a form's counts, as they are now. */
export async function writesOfParts(
  { table, now }: { readonly table: Pick<Table, 'getAll'>; readonly now: () => Date },
  form: string,
  added: Added,
): Promise<readonly Write[]> {
  const keys = [...added.parts.keys()].map((part) => countsKey(form, part, added.shard));
  return addToParts(await table.getAll(keys), { form, at: now(), ...added });
}

/**
 * The writes that add to parts, if they are still as they were read. Each has a version of its own, by which another
 * writer is noticed.
 */
export function addToParts(
  items: readonly Item[],
  { form, at, shard, parts }: Added & { readonly form: string; readonly at: Date },
): readonly Write[] {
  const stored = new Map(items.map((it) => [itemKeyText(it as ItemKey), it]));
  return [...parts].map(([part, added]): Write => {
    const key = countsKey(form, part, shard);
    const before = stored.get(itemKeyText(key));
    const sum = sumOfCounts([before ? countsIn(before) : noCounts, added]);
    const counts = packCounts(withFewCells(sum, mostCells));
    const version = Number(before?.['version'] ?? 0);
    return {
      put: { ...key, version: version + 1, countedAt: at.toISOString(), counts },
      condition: before ? ifVersionIs(version) : ifNone,
    };
  });
}
