import type { Tally } from '../field.ts';

/** How many chose each of the values. */
export function countOptions(
  values: readonly string[],
  chosen: readonly string[],
): Pick<Tally, 'options'> {
  const counts = new Map(values.map((it) => [it, 0]));
  for (const it of chosen) counts.set(it, (counts.get(it) ?? 0) + 1);
  return { options: Object.fromEntries(counts) };
}

/** The ends and the middle of some numbers. */
export function measureNumbers(numbers: readonly number[]): Pick<Tally, 'numbers'> {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return {};
  // Each is divided before it is added, or large ones would add up to more than a number can hold.
  const mean = sorted.reduce((sum, it) => sum + it / sorted.length, 0);
  return { numbers: { min, max, mean, median: medianOf(sorted) } };
}

function medianOf(sorted: readonly number[]): number {
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return lower / 2 + upper / 2;
}
