import type { Summary } from '#core/summary/summary-of-counts.ts';
import { getOwn } from '#core/values/own-property.ts';

export type LastWeek = {
  /** Of seven days, today last. */
  readonly counts: readonly number[];
  readonly total: number;
  /** The summary did not reach back that far: there may be more. */
  readonly isAtLeast: boolean;
};

const dayInMilliseconds = 86_400_000;

/** @param now milliseconds since 1970; days are counted in UTC */
export function lastWeekOf({ days, complete }: Summary, now: number): LastWeek {
  const week = Array.from({ length: 7 }, (_, i) =>
    new Date(now - (6 - i) * dayInMilliseconds).toISOString().slice(0, 10),
  );
  const counts = week.map((day) => getOwn(days, day) ?? 0);
  const [oldest = ''] = Object.keys(days).toSorted();
  return {
    counts,
    total: counts.reduce((sum, it) => sum + it, 0),
    isAtLeast: !complete && oldest >= (week[0] ?? ''),
  };
}
