import type { Summary } from '#core/summary/summary-of-counts.ts';
import { getOwn } from '#core/values/own-property.ts';

export type Span = {
  /** `2026-11-21`, or `2026-11` for a whole month. */
  readonly start: string;
  readonly count: number;
};

export type Spans = { readonly unit: 'day' | 'month'; readonly spans: readonly Span[] };

/** As many bars as can be told apart on a phone: three months. */
const mostDays = 92;
const dayInMilliseconds = 86_400_000;

/**
 * Counts from the first day with a response to the last, including days without; by month if that is
 * long.
 */
export function countsOverTime(days: Summary['days']): Spans {
  const sorted = Object.keys(days).toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return { unit: 'day', spans: [] };
  const between = daysBetween(first, last);
  if (between.length <= mostDays)
    return {
      unit: 'day',
      spans: between.map((start) => ({ start, count: getOwn(days, start) ?? 0 })),
    };
  const months = new Map<string, number>();
  for (const day of between) {
    const month = day.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + (getOwn(days, day) ?? 0));
  }
  return { unit: 'month', spans: [...months].map(([start, count]) => ({ start, count })) };
}

function daysBetween(first: string, last: string): string[] {
  const start = Date.parse(first);
  const length = Math.round((Date.parse(last) - start) / dayInMilliseconds) + 1;
  return Array.from({ length }, (_, i) =>
    new Date(start + i * dayInMilliseconds).toISOString().slice(0, 10),
  );
}
