import { formatDate } from '../../../messages/date-format.ts';
import { perLocale } from '../../../messages/number-format.ts';

const relative = perLocale((it) => new Intl.RelativeTimeFormat(it, { numeric: 'auto' }));

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** “2 hours ago”; after a week the date. Undefined: within a minute. @param at ISO 8601 */
export function timeAgo(at: string, now: number): string | undefined {
  const passed = now - Date.parse(at);
  if (passed < minute) return undefined;
  if (passed < hour) return relative().format(-Math.floor(passed / minute), 'minute');
  if (passed < day) return relative().format(-Math.floor(passed / hour), 'hour');
  if (passed < 7 * day) return relative().format(-Math.floor(passed / day), 'day');
  return formatDate(at);
}
