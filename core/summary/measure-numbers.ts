import { decimalText } from '../values/decimal.ts';
import { histogramBins, type Bin, type NumberCell } from './histogram-bins.ts';
import { sumOfNumbers, type NumberCounts } from './number-counts.ts';

/** Statistics of numbers. There are none without a number. */
export type Measured = {
  readonly numbers?: {
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    readonly median: number;
    /** All but the mean are right to within this much; absent if they are exact. */
    readonly within?: number;
  };
  /** The histogram. */
  readonly bins?: readonly Bin[];
};

/** Minimum, maximum, mean, median and histogram. */
export function measureNumbers(counts: NumberCounts | undefined): Measured {
  if (!counts) return {};
  const cells = sortedCells(counts);
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return {};
  const within = counts.width === undefined ? 0 : Number(`1e${counts.width}`);
  const count = cells.reduce((sum, it) => sum + it.count, 0);
  const mean = Number(decimalText(sumOfNumbers(counts))) / count;
  const measured = { min: first.from, max: last.from + within, mean };
  return {
    numbers: {
      ...measured,
      median: medianOf(cells, count) + within / 2,
      ...(within > 0 && { within }),
    },
    bins: histogramBins(cells, within),
  };
}

function sortedCells({ cells, width = 0 }: NumberCounts): readonly NumberCell[] {
  return Object.entries(cells)
    .map(([cell, count]) => ({
      from: width === 0 ? Number(cell) : Number(`${cell}e${width}`),
      count,
    }))
    .toSorted((a, b) => a.from - b.from);
}

function medianOf(cells: readonly NumberCell[], count: number): number {
  const lower = numberAt(cells, Math.floor((count - 1) / 2));
  const upper = numberAt(cells, Math.floor(count / 2));
  return lower / 2 + upper / 2;
}

/** The number at a position, if all were sorted. */
function numberAt(cells: readonly NumberCell[], position: number): number {
  let before = 0;
  for (const { from, count } of cells) {
    before += count;
    if (before > position) return from;
  }
  return cells.at(-1)?.from ?? 0;
}
