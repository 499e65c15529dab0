import {
  addDecimals,
  decimalText,
  timesWhole,
  toDecimal,
  wholeTimes,
  type Decimal,
} from '../values/decimal.ts';
import { getOwn } from '../values/own-property.ts';

/**
 * How often each number was given. As long as there are few different ones, `cells` has the numbers themselves. Else a
 * cell has those from `cell` times ten to the power of `width` up to the next one, and `sum` is the exact sum of all.
 */
export type NumberCounts = {
  readonly cells: { readonly [cell: string]: number };
  readonly width?: number;
  readonly sum?: string;
};

/** The same while something is added to it. */
export type NumberSum = { cells: Record<string, number>; width?: number; sum?: string };

export function emptyNumberSum(): NumberSum {
  // Without a prototype, so that any text is an ordinary key.
  return { cells: Object.create(null) as Record<string, number> };
}

/** @param times 1 to add, -1 to take away. The order makes no difference. */
export function addNumbers(total: NumberSum, added: NumberCounts, times: number): void {
  const width = Math.max(total.width ?? -Infinity, added.width ?? -Infinity);
  if (width > (total.width ?? -Infinity)) Object.assign(total, inCells(total, width));
  const { cells, sum = '0e0' } = inCells(added, total.width);
  for (const [cell, count] of Object.entries(cells))
    total.cells[cell] = (getOwn(total.cells, cell) ?? 0) + times * count;
  if (total.sum === undefined) return;
  total.sum = decimalText(addDecimals(toDecimal(total.sum), timesWhole(toDecimal(sum), times)));
}

/** The same in cells of this width, which must not be less than it has. */
export function inCells(counts: NumberCounts, width: number | undefined): NumberCounts {
  if (width === undefined || width === counts.width) return counts;
  const { cells } = emptyNumberSum();
  for (const [cell, count] of Object.entries(counts.cells)) {
    const { digits, exponent } = toDecimal(cell);
    const lowest = { digits, exponent: exponent + (counts.width ?? 0) };
    const wider = String(wholeTimes(lowest, width));
    cells[wider] = (getOwn(cells, wider) ?? 0) + count;
  }
  return { ...withoutZeroCells({ cells }), width, sum: decimalText(sumOfNumbers(counts)) };
}

/** The same in at most so many cells, as narrow as possible. */
export function inFewCells(counts: NumberCounts, most: number): NumberCounts {
  let few = counts;
  while (Object.keys(few.cells).length > most) few = inCells(few, nextWidth(few));
  return few;
}

export function withoutZeroCells(counts: NumberCounts): NumberCounts {
  const cells = Object.entries(counts.cells).filter(([, count]) => count !== 0);
  return { ...counts, cells: Object.fromEntries(cells) };
}

/** Whether there is nothing left of what was added. */
export function areNoNumbers({ cells, sum = '0e0' }: NumberCounts): boolean {
  return Object.keys(cells).length === 0 && sum === '0e0';
}

/** The exact sum of all of them. */
export function sumOfNumbers({ cells, sum }: NumberCounts): Decimal {
  if (sum !== undefined) return toDecimal(sum);
  const products = Object.entries(cells).map(([cell, count]) => timesWhole(toDecimal(cell), count));
  return products.reduce(addDecimals, toDecimal('0'));
}

function nextWidth({ width, cells }: NumberCounts): number {
  if (width !== undefined) return width + 1;
  return Math.min(...Object.keys(cells).map((it) => toDecimal(it).exponent)) + 1;
}
