import { perLocale } from '../../messages/number-format.ts';

const options = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;
const here = perLocale((it) => new Intl.DateTimeFormat(it, options));
const inUtc = perLocale((it) => new Intl.DateTimeFormat(it, { ...options, timeZone: 'UTC' }));

/** With its time zone: paper goes to where others read it. @param at ISO 8601 */
export function momentOnPaper(at: string, zone: 'UTC' | 'here'): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  return (zone === 'UTC' ? inUtc : here)().format(time);
}
