import type { Form } from '#core/form/define-form.ts';
import { differenceOf, sumOfCounts, type Counts } from '#core/summary/counts.ts';
import { splitCounts } from '#core/summary/split-counts.ts';
import type { Item, Table } from '../../entries/dynamo-table.ts';
import { addToParts } from '../add-to-parts.ts';
import { countsIn, recountedKey } from '../counts-items.ts';
import { countsItems } from '../read-counts.ts';

type Deps = {
  readonly table: Pick<Table, 'query' | 'transact'>;
  readonly now: () => Date;
};

type Compared = {
  readonly form: Form;
  /** The parts of the counts, as they were before the sum was made. */
  readonly before: readonly Item[];
  /** What all entries have added. */
  readonly sum: Counts;
};

/** DynamoDB's limit for a transaction. */
const mostWrites = 100;

/**
 * Makes the counts of a form what the entries have added, unless something was counted while that was summed up.
 * @returns how many counts were wrong; `undefined` if that cannot be said
 */
export async function correctCounts(
  { table, now }: Deps,
  { form, before, sum }: Compared,
): Promise<number | undefined> {
  const items = (await countsItems(table, form.id, true)).filter(isPart);
  if (versionsOf(items) !== versionsOf(before.filter(isPart))) return undefined;
  const counts = sumOfCounts(items.map(countsIn));
  const difference = differenceOf(sum, counts);
  const parts = [...splitCounts(form, difference)];
  for (let at = 0; at < parts.length; at += mostWrites) {
    const some = new Map(parts.slice(at, at + mostWrites));
    const added = { form: form.id, at: now(), shard: 0, parts: some };
    // If another one has counted since, the next recount finds what is left of the difference.
    if (!(await table.transact(addToParts(items, added))).done) return undefined;
  }
  return sizeOf(difference);
}

function isPart({ pk, sk }: Item): boolean {
  return sk !== recountedKey(String(pk)).sk;
}

function versionsOf(items: readonly Item[]): string {
  return JSON.stringify(items.map(({ sk, version }) => [sk, version]));
}

/** How many counts there are in it. */
function sizeOf(tree: object): number {
  return Object.values(tree).reduce<number>(
    (sum, it) => sum + (typeof it === 'object' && it !== null ? sizeOf(it as object) : 1),
    0,
  );
}
