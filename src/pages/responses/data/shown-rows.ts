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

/** Rows and what each is sorted by, in the same order: an object for each would be many for a browser to look after. */
type KeyedRows = { readonly rows: ResponseRow[]; readonly keys: SortKey[] };

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
  let all: KeyedRows = { rows: [], keys: [] };
  let unasked: readonly string[] = [];
  let found: Found | undefined;
  return {
    take(rows, isEnough) {
      if (rows[taken - 1] !== last) {
        [taken, last, unasked, found] = [0, undefined, [], undefined];
        all = { rows: [], keys: [] };
      }
      const some: Keyed[] = [];
      do {
        const next = rows[taken];
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
        if (order) merge(some, all, order);
        else for (const { row } of some) all.rows.push(row);
        found = undefined;
      }
      return taken < rows.length;
    },
    found: () => (found ??= { rows: all.rows.slice(), unasked }),
  };
}

/**
 * Puts rows into others that are in order. Where they are equal, they come after, as they came later. In place, from the
 * end: a new list of a hundred thousand for each step would keep the browser busy with throwing them away.
 */
function merge(some: readonly Keyed[], { rows, keys }: KeyedRows, { compare }: Order): void {
  let from = rows.length - 1;
  const sorted = some.toSorted((a, b) => compare(a.key, b.key));
  for (const { row, key } of sorted) {
    rows.push(row);
    keys.push(key);
  }
  let to = rows.length - 1;
  const put = (row: ResponseRow, key: SortKey) => {
    rows[to] = row;
    keys[to] = key;
    to -= 1;
  };
  for (const { row, key } of sorted.toReversed()) {
    const end = firstAfter(keys, key, from + 1, compare);
    for (; from >= end; from -= 1) put(rows[from] as ResponseRow, keys[from]);
    put(row, key);
  }
}

/** The position of the first key that comes after this one, of so many in order. */
function firstAfter(
  keys: readonly SortKey[],
  key: SortKey,
  count: number,
  compare: Order['compare'],
): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(keys[middle], key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
