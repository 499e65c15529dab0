import { getOwn } from '../values/own-property.ts';
import {
  addNumbers,
  areNoNumbers,
  emptyNumberSum,
  inCells,
  inFewCells,
  withoutZeroCells,
  type NumberCounts,
  type NumberSum,
} from './number-counts.ts';

/** How often something is so, by what it is. What is never so is left out. */
export type CountBy = { readonly [what: string]: number };

/**
 * What a summary is made of: counts that can be added and taken away in any order, so that those of many entries are
 * the sum of those of each.
 */
export type Counts = {
  /** By the status of the entry. All else is of those that are `live`. */
  readonly statuses: CountBy;
  /** By the day they were stored (UTC). */
  readonly days: CountBy;
  /** By what reviewers have decided. Those that nobody has reviewed are the others; absent if that is all. */
  readonly reviews?: CountBy;
  /** By field; inside a repeat by its path `people/age`, where each instance counts. */
  readonly fields: { readonly [path: string]: FieldCounts };
};

/** Neither withdrawn nor on hold; on hold, or erased without ever being a response; withdrawn; withdrawn without its answers. */
export type CountedStatus = 'live' | 'onHold' | 'withdrawn' | 'erased';

/** Of the answers to one field. */
export type FieldCounts = {
  readonly answered?: number;
  /** How often the form did not ask for it. */
  readonly notRelevant?: number;
  /** Of a repeat: how many instances there are in all. */
  readonly instances?: number;
  readonly chosen?: CountBy;
  /** Of a matrix: by row and column. */
  readonly rows?: { readonly [row: string]: CountBy };
  /** Of a ranking: by option and rank, which begins with 0. */
  readonly ranks?: { readonly [value: string]: CountBy };
  readonly numbers?: NumberCounts;
};

export const noCounts: Counts = { statuses: {}, days: {}, fields: {} };

export function sumOfCounts(all: Iterable<Counts>): Counts {
  const total = emptySum();
  for (const it of all) addCounts(total, it, 1);
  return cleaned(total);
}

/** What one entry adds, where a path may be repeated. */
export type EntryCounts = {
  readonly status: CountedStatus;
  readonly day?: string;
  /** Absent if nobody has reviewed it. */
  readonly review?: string;
  readonly fields: readonly (readonly [path: string, counts: FieldCounts])[];
};

export function sumOfEntryCounts(all: Iterable<EntryCounts>): Counts {
  const total = emptySum();
  for (const { status, day, review, fields } of all) {
    addTo(total.statuses, status, 1);
    if (review !== undefined) addTo(total.reviews, review, 1);
    if (day !== undefined) addTo(total.days, day, 1);
    for (const [path, counts] of fields) addField(total, path, counts, 1);
  }
  return cleaned(total);
}

/** What must be added to the second to get the first. */
export function differenceOf(counts: Counts, from: Counts): Counts {
  const total = emptySum();
  addCounts(total, counts, 1);
  addCounts(total, from, -1);
  return cleaned(total);
}

export function areNoCounts({ statuses, days, reviews = {}, fields }: Counts): boolean {
  return [statuses, days, reviews, fields].every((it) => Object.keys(it).length === 0);
}

/** The same with at most so many cells of numbers for each field. */
export function withFewCells(counts: Counts, most: number): Counts {
  return withNumbers(counts, (_, numbers) => inFewCells(numbers, most));
}

/** The same with cells of numbers at least as wide as those of `others`, so that both can be compared. */
export function withCellsOf(counts: Counts, others: Counts): Counts {
  return withNumbers(counts, (path, numbers) => {
    const { width = -Infinity } = getOwn(others.fields, path)?.numbers ?? {};
    return width > (numbers.width ?? -Infinity) ? inCells(numbers, width) : numbers;
  });
}

function withNumbers(
  counts: Counts,
  change: (path: string, numbers: NumberCounts) => NumberCounts,
): Counts {
  const fields = Object.entries(counts.fields).map(([path, field]) =>
    field.numbers
      ? ([path, { ...field, numbers: change(path, field.numbers) }] as const)
      : ([path, field] as const),
  );
  return { ...counts, fields: Object.fromEntries(fields) };
}

type Tree = { [key: string]: number | Tree };
type FieldSum = { readonly tree: Tree; numbers?: NumberSum };
type CountsSum = { statuses: Tree; days: Tree; reviews: Tree; fields: Map<string, FieldSum> };

function emptySum(): CountsSum {
  return { statuses: emptyTree(), days: emptyTree(), reviews: emptyTree(), fields: new Map() };
}

/** Without a prototype, so that any text is an ordinary key. */
function emptyTree(): Tree {
  return Object.create(null) as Tree;
}

function addCounts(
  total: CountsSum,
  { statuses, days, reviews = {}, fields }: Counts,
  times: number,
): void {
  addTree(total.statuses, statuses, times);
  addTree(total.days, days, times);
  addTree(total.reviews, reviews, times);
  for (const [path, field] of Object.entries(fields)) addField(total, path, field, times);
}

function addField(
  total: CountsSum,
  path: string,
  { numbers, ...others }: FieldCounts,
  times: number,
): void {
  let field = total.fields.get(path);
  if (!field) total.fields.set(path, (field = { tree: emptyTree() }));
  addTree(field.tree, others, times);
  if (numbers) addNumbers((field.numbers ??= emptyNumberSum()), numbers, times);
}

function addTree(total: Tree, added: { readonly [key: string]: number | Tree }, times: number) {
  for (const key of Object.keys(added)) {
    const it = getOwn(added, key) ?? 0;
    if (typeof it === 'number') addTo(total, key, times * it);
    else {
      const before = getOwn(total, key);
      addTree(typeof before === 'object' ? before : (total[key] = emptyTree()), it, times);
    }
  }
}

function addTo(total: Tree, key: string, count: number): void {
  const before = getOwn(total, key);
  total[key] = (typeof before === 'number' ? before : 0) + count;
}

/** Without zeros, so that equal counts are equal. */
function cleaned({ statuses, days, reviews, fields }: CountsSum): Counts {
  const reviewed = withoutZeros(reviews) as CountBy;
  const left = [...fields].flatMap(([path, { tree, numbers }]) => {
    const kept = numbers && withoutZeroCells(numbers);
    const field: FieldCounts = {
      ...withoutZeros(tree),
      ...(kept && !areNoNumbers(kept) && { numbers: kept }),
    };
    return Object.keys(field).length > 0 ? [[path, field] as const] : [];
  });
  return {
    statuses: withoutZeros(statuses) as CountBy,
    days: withoutZeros(days) as CountBy,
    ...(Object.keys(reviewed).length > 0 && { reviews: reviewed }),
    fields: Object.fromEntries(left),
  };
}

function withoutZeros(tree: Tree): Tree {
  const left = Object.entries(tree).flatMap(([key, it]) => {
    const value = typeof it === 'number' ? it : withoutZeros(it);
    const isLeft = typeof value === 'number' ? value !== 0 : Object.keys(value).length > 0;
    return isLeft ? [[key, value] as const] : [];
  });
  return Object.fromEntries(left);
}
