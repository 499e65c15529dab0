import { seenOnce, type ResponseRow } from './response-row.ts';
import type { Order } from './sort.ts';
import type { SortKey } from './sort-key.ts';

/** The rows that match a filter, in an order. They are found and sorted in steps, which a browser does between frames. */
export type ShownRows = {
  /**
   * Takes the next of these rows, of which the first were taken before. If they are others, it begins again.
   * @param isEnough asked after each row
   * @returns whether any are left
   */
  take(rows: readonly ResponseRow[], isEnough: () => boolean): boolean;
  /** What was found so far: the same list if nothing was found since. */
  found(): Found;
};

export type Found = {
  readonly rows: readonly ResponseRow[];
  /** Names of questions that are no longer asked, and that some of them answer. */
  readonly unasked: readonly string[];
};

type Keyed = { readonly row: ResponseRow; readonly key: SortKey };

/** Rows of one step are sorted by themselves first, as many as this. */
const inRun = 500;

type Options = {
  readonly asShown?: (row: ResponseRow) => ResponseRow;
  /** Undefined if all match. */
  readonly isMatch?: ((row: ResponseRow) => boolean) | undefined;
  /** Undefined for the order in which they come. */
  readonly order?: Order | undefined;
};

export function createShownRows({ asShown = (row) => row, isMatch, order }: Options): ShownRows {
  let taken = 0;
  let last: ResponseRow | undefined;
  let rows: Keyed[] = [];
  let unasked: readonly string[] = [];
  let found: Found | undefined;
  return {
    take(all, isEnough) {
      if (all[taken - 1] !== last)
        [taken, last, rows, unasked, found] = [0, undefined, [], [], undefined];
      const some: Keyed[] = [];
      do {
        const next = all[taken];
        if (!next) break;
        taken += 1;
        last = next;
        const row = asShown(next);
        const seen = seenOnce(row);
        if (isMatch && !isMatch(seen)) continue;
        some.push({ row, key: order?.keyOf(seen.response) });
        const more = [...seen.unasked.keys()].filter((it) => !unasked.includes(it));
        if (more.length > 0) unasked = [...unasked, ...more];
      } while (!isEnough() && some.length < inRun);
      if (some.length > 0) {
        if (order) rows = merged(rows, some, order);
        else rows.push(...some);
        found = undefined;
      }
      return taken < all.length;
    },
    found: () => (found ??= { rows: rows.map(({ row }) => row), unasked }),
  };
}

/** Both in order. Where they are equal, `before` comes first, as it came first. */
function merged(before: readonly Keyed[], some: readonly Keyed[], { compare }: Order): Keyed[] {
  const parts: Keyed[] = [];
  let at = 0;
  for (const next of some.toSorted((a, b) => compare(a.key, b.key))) {
    const end = firstAfter(before, next, at, compare);
    for (; at < end; at += 1) parts.push(before[at] as Keyed);
    parts.push(next);
  }
  for (; at < before.length; at += 1) parts.push(before[at] as Keyed);
  return parts;
}

/** The position of the first row that comes after this one. */
function firstAfter(
  rows: readonly Keyed[],
  { key }: Keyed,
  from: number,
  compare: Order['compare'],
): number {
  let [low, high] = [from, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const it = rows[middle];
    if (it && compare(it.key, key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
