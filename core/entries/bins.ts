/** How many numbers lie from `from` up to, but not at, `below`. */
export type Bin = { readonly from: number; readonly below: number; readonly count: number };

/** As many as can be told apart on a phone. */
const mostBins = 12;

/**
 * How sorted numbers spread, in spans with round edges that a person can read out.
 * A single span where they are all the same, or too close for round edges to lie between them.
 */
export function binsOf(sorted: readonly number[]): readonly Bin[] {
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return [];
  const edges = edgesAround(min, max);
  let next = 0;
  return edges.slice(1).map((below, i) => {
    const first = next;
    while (next < sorted.length && (sorted[next] ?? 0) < below) next += 1;
    return { from: edges[i] ?? min, below, count: next - first };
  });
}

/** From the last one not after `min` to the first one after `max`. */
function edgesAround(min: number, max: number): readonly number[] {
  const step = stepFor(min, max);
  const first = Math.floor(min / step);
  const last = Math.floor(max / step) + 1;
  const edges = Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step));
  const isRising = edges.every((it, i) => i === 0 || it > (edges[i - 1] ?? it));
  const isAround = (edges[0] ?? max) <= min && (edges.at(-1) ?? min) > max;
  return isRising && isAround ? edges : [min, nextAfter(max)];
}

/** 1, 2 or 5, and zeros: the smallest with which no more than the most are needed. */
function stepFor(min: number, max: number): number {
  const span = max - min;
  if (span === 0) return roundStep(Math.abs(max) / 10 || 1);
  const rough = span / (mostBins - 2);
  return Number.isInteger(min) && Number.isInteger(max)
    ? Math.max(1, roundStep(rough))
    : roundStep(rough);
}

function roundStep(atLeast: number): number {
  const power = Math.floor(Math.log10(atLeast));
  const steps = [1, 2, 5, 10].map((it) => Number(`${it}e${power}`));
  return steps.find((it) => it >= atLeast) ?? atLeast;
}

/** Without what binary arithmetic adds: 0.3, not 0.30000000000000004. */
function tidy(edge: number): number {
  return Number(edge.toPrecision(15)) + 0;
}

/** A number that is larger, if only a little. */
function nextAfter(number: number): number {
  return number + Math.max(Math.abs(number) * 2 * Number.EPSILON, Number.MIN_VALUE);
}
