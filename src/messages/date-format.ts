import { isCalendarDate } from '#core/values/calendar-date.ts';
import { perLocale } from './number-format.ts';

const createFormat = (options: Intl.DateTimeFormatOptions) =>
  perLocale((it) => new Intl.DateTimeFormat(it, options));

const days = createFormat({ dateStyle: 'medium', timeZone: 'UTC' });
const months = createFormat({ year: 'numeric', month: 'long', timeZone: 'UTC' });
const monthsAlone = createFormat({ month: 'long', timeZone: 'UTC' });
const long = createFormat({ dateStyle: 'long', timeStyle: 'short' });
const short = createFormat({ dateStyle: 'medium', timeStyle: 'short' });
const inUtc = createFormat({ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const dates = createFormat({ dateStyle: 'long' });
const times = createFormat({ timeStyle: 'short' });

/** A day has no time zone. Text that is not a day is returned unchanged. */
export function formatDay(day: string): string {
  return isCalendarDate(day) ? days().format(Date.parse(day)) : day;
}

/** The months of a year, in their order. */
export function monthNames(): readonly string[] {
  return Array.from({ length: 12 }, (_, i) => monthsAlone().format(Date.UTC(2026, i)));
}

/** @param month such as `2026-11` */
export function formatMonth(month: string): string {
  return months().format(Date.parse(`${month}-01`));
}

/** A date and time in the reader's locale and time zone. */
export function formatDateTime(at: string, length: 'short' | 'long' = 'short'): string {
  return written(at, length === 'long' ? long : short);
}

/** The same as a clock in UTC shows it. */
export function formatDateTimeUtc(at: string): string {
  return written(at, inUtc);
}

/** The date alone. */
export function formatDate(at: string): string {
  return written(at, dates);
}

/** Text that is not a date is returned unchanged. */
function written(at: string, format: () => Intl.DateTimeFormat): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : format().format(time);
}

export function formatTime(time: number): string {
  return times().format(time);
}
