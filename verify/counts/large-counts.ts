import { countEntry } from '../../core/summary/count-entry.ts';
import {
  noCounts,
  sumOfCounts,
  sumOfEntryCounts,
  withFewCells,
  type Counts,
} from '../../core/summary/counts.ts';
import { splitCounts } from '../../core/summary/split-counts.ts';
import type { Form } from '../../core/form/define-form.ts';
import type { StoredEntry } from '../../core/entries/store/entry-store.ts';
import { addToParts, mostCells } from '../../amplify/counts/add-to-parts.ts';
import { mostShards } from '../../amplify/counts/counts-items.ts';
import type { Table } from '../../amplify/entries/dynamo-table.ts';

const inOneSum = 1000;
const at = new Date('2026-05-01T12:00:00Z');

/** The counts of many entries. */
export function countsOfMany(form: Form, entries: Iterable<StoredEntry>): Counts {
  let sum = noCounts;
  let some: StoredEntry[] = [];
  const add = () => {
    const added = sumOfEntryCounts(some.map((it) => countEntry(form, it)));
    sum = withFewCells(sumOfCounts([sum, added]), mostCells);
    some = [];
  };
  for (const it of entries) {
    some.push(it);
    if (some.length === inOneSum) add();
  }
  add();
  return sum;
}

/** As if each entry had been submitted so many times. */
export function multiplied<Part>(part: Part, by: number): Part {
  if (typeof part === 'number') return (part * by) as Part;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, it]) => [key, multiplied(it as unknown, by)]),
  ) as Part;
}

/** Stores counts in every shard, as a busy day leaves them. */
export async function storeInShards(table: Table, form: Form, counts: Counts): Promise<void> {
  for (let shard = 0; shard < mostShards; shard += 1)
    for (const write of addToParts([], {
      form: form.id,
      at,
      shard,
      parts: splitCounts(form, counts),
    }))
      if ('put' in write) await table.put(write.put);
}
