/** A figure, with the numbers behind it for people to read. */
export type Measured = { readonly value: number; readonly how?: string };

/** By its line in `budgets.json`. */
export type Measures = Readonly<Record<string, Measured>>;

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A ratio, printed with both values. */
export function ratio(ours: number, theirs: number, unit: string): Measured {
  return {
    value: ours / theirs,
    how: `${figure(ours)} against ${figure(theirs)} ${unit}`,
  };
}

/** Measures everything several times, in an order that changes each round, since machines vary. */
export function interleaved<Thing>(things: readonly Thing[], rounds: number): readonly Thing[] {
  return Array.from({ length: rounds }, (_, round) => [
    ...things.slice(round % things.length),
    ...things.slice(0, round % things.length),
  ]).flat();
}

/** Three digits, or all digits before the point. */
export function figure(number: number): string {
  return Math.abs(number) >= 100 ? number.toFixed(0) : String(Number(number.toPrecision(3)));
}
