/** The count of numbers that are at least `from` and less than `below`. */
export type Bin = { readonly from: number; readonly below: number; readonly count: number };

/** So many numbers that are at least `from`, and less than the start of the next cell. */
export type NumberCell = { readonly from: number; readonly count: number };

/** As many as can be distinguished on a phone's screen. */
const maxBins = 12;

/**
 * The histogram of sorted numbers, in bins with round edges. There is a single bin if the numbers are all the same,
 * or too close together for round edges.
 * @param width of the cells, a power of ten, as which bin has the numbers of a cell must not depend on them; or 0
 */
export function histogramBins(cells: readonly NumberCell[], width = 0): readonly Bin[] {
  const [min, max] = [cells[0]?.from, cells.at(-1)?.from];
  if (min === undefined || max === undefined) return [];
  const edges = edgesAround(min, max, width);
  let next = 0;
  return edges.slice(1).map((below, i) => {
    let count = 0;
    for (; (cells[next]?.from ?? below) < below; next += 1) count += cells[next]?.count ?? 0;
    return { from: edges[i] ?? min, below, count };
  });
}

/** The edges of the bins, from the last one at or below `min` to the first one above `max`. */
function edgesAround(min: number, max: number, width: number): readonly number[] {
  const step = Math.max(width, stepFor(min, max));
  const first = Math.floor(min / step);
  const last = Math.floor(max / step) + 1;
  const edges = Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step));
  const isRising = edges.every((it, i) => i === 0 || it > (edges[i - 1] ?? it));
  const isAround = (edges[0] ?? max) <= min && (edges.at(-1) ?? min) > max;
  return isRising && isAround ? edges : [min, nextAfter(max)];
}

/** The width of a bin: the smallest of 1, 2 or 5 times a power of ten that needs at most `maxBins` bins. */
function stepFor(min: number, max: number): number {
  const span = max - min;
  if (span === 0) return roundStep(Math.abs(max) / 10 || 1);
  const rough = span / (maxBins - 2);
  return Number.isInteger(min) && Number.isInteger(max)
    ? Math.max(1, roundStep(rough))
    : roundStep(rough);
}

function roundStep(atLeast: number): number {
  const power = Math.floor(Math.log10(atLeast));
  const steps = [1, 2, 5, 10].map((it) => Number(`${it}e${power}`));
  return steps.find((it) => it >= atLeast) ?? atLeast;
}

/** Removes floating-point noise: 0.3 instead of 0.30000000000000004. */
function tidy(edge: number): number {
  return Number(edge.toPrecision(15)) + 0;
}

/** A slightly larger number. */
function nextAfter(number: number): number {
  return number + Math.max(Math.abs(number) * 2 * Number.EPSILON, Number.MIN_VALUE);
}
