import type { Draft } from './draft.ts';

/**
 * The day on which the entry of a draft was begun, which its form's logic calls `today`. It stays the same however
 * long the draft is kept, and whoever changes the entry later.
 */
export function begunOn({ base }: Pick<Draft, 'base'>): string {
  return base?.begunOn ?? localDay(new Date());
}

/** A day on the calendar of this device: `2026-03-31`. */
export function localDay(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return [String(year).padStart(4, '0'), pad(month), pad(day)].join('-');
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
