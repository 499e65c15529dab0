import { isCalendarDate } from '#core/calendar-date.ts';
import { perLanguage } from './formats.ts';

const format = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((it) => new Intl.DateTimeFormat(it, options));

const days = format({ dateStyle: 'medium', timeZone: 'UTC' });
const months = format({ year: 'numeric', month: 'long', timeZone: 'UTC' });
const long = format({ dateStyle: 'long', timeStyle: 'short' });
const short = format({ dateStyle: 'medium', timeStyle: 'short' });
const inUtc = format({ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const dates = format({ dateStyle: 'long' });
const times = format({ timeStyle: 'medium' });

/** A day has no time zone; what is none is told as it is. */
export function dayInWords(day: string): string {
  return isCalendarDate(day) ? days().format(Date.parse(day)) : day;
}

/** @param month such as `2026-11` */
export function monthInWords(month: string): string {
  return months().format(Date.parse(`${month}-01`));
}

/** A moment as people here write it, in their own time zone. */
export function momentInWords(at: string, length: 'short' | 'long' = 'short'): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : (length === 'long' ? long : short)().format(time);
}

/** The same in UTC, where days are counted in UTC as well. */
export function momentInUtc(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : inUtc().format(time);
}

/** The same, without the hour. */
export function dateInWords(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : dates().format(time);
}

export function timeInWords(time: number): string {
  return times().format(time);
}
