import { isCalendarDate } from '#core/calendar-date.ts';
import { perLanguage } from './formats.ts';

const formatOf = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((it) => new Intl.DateTimeFormat(it, options));

const days = formatOf({ dateStyle: 'medium', timeZone: 'UTC' });
const months = formatOf({ year: 'numeric', month: 'long', timeZone: 'UTC' });
const long = formatOf({ dateStyle: 'long', timeStyle: 'short' });
const short = formatOf({ dateStyle: 'medium', timeStyle: 'short' });
const inUtc = formatOf({ dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const dates = formatOf({ dateStyle: 'long' });
const times = formatOf({ timeStyle: 'medium' });

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
  return written(at, length === 'long' ? long : short);
}

/** The same in UTC, where days are counted in UTC as well. */
export function momentInUtc(at: string): string {
  return written(at, inUtc);
}

/** The same, without the hour. */
export function dateInWords(at: string): string {
  return written(at, dates);
}

/** What is no moment is told as it is. */
function written(at: string, format: () => Intl.DateTimeFormat): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : format().format(time);
}

export function timeInWords(time: number): string {
  return times().format(time);
}
