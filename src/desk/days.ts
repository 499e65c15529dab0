import type { Summary } from '#core/entries/summary.ts';
import { own } from '#core/own.ts';

export type Span = {
  /** `2026-11-21`, or `2026-11` of a whole month. */
  readonly start: string;
  readonly count: number;
};

export type Spans = { readonly unit: 'day' | 'month'; readonly spans: readonly Span[] };

/** As many bars as can be told apart on a phone: a quarter of a year. */
const mostDays = 92;
const dayInMilliseconds = 86_400_000;

/** From the first day with a response to the last, those without among them; by month when that is long. */
export function spansOf(days: Summary['days']): Spans {
  const sorted = Object.keys(days).toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return { unit: 'day', spans: [] };
  const between = daysBetween(first, last);
  if (between.length <= mostDays)
    return {
      unit: 'day',
      spans: between.map((start) => ({ start, count: own(days, start) ?? 0 })),
    };
  const months = new Map<string, number>();
  for (const day of between) {
    const month = day.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + (own(days, day) ?? 0));
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
