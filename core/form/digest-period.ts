import type { DigestPeriod, FormNotify } from './form-notify.ts';

/** The hour from which on a digest is sent, by the owners’ clock. */
const hourOfDigests = 7;

const dayLength = 24 * 3600 * 1000;

/**
 * The local day of the latest digest that is due: `2026-11-27`, or the last Monday. Until seven it is still that of
 * the day before.
 */
export function latestDigestDay(
  {
    digest,
    timeZone = 'UTC',
  }: { readonly digest: DigestPeriod } & Pick<FormNotify<never>, 'timeZone'>,
  now: Date,
): string {
  const { hour, date } = clockIn(timeZone, now);
  const today = Date.parse(date) - (hour < hourOfDigests ? dayLength : 0);
  // 1970 began on a Thursday.
  const daysSinceMonday = (Math.floor(today / dayLength) + 3) % 7;
  const due = digest === 'daily' ? today : today - daysSinceMonday * dayLength;
  return new Date(due).toISOString().slice(0, 10);
}

function clockIn(timeZone: string, now: Date): { readonly hour: number; readonly date: string } {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const of = (type: string) => parts.find((it) => it.type === type)?.value ?? '';
  return { hour: Number(of('hour')), date: `${of('year')}-${of('month')}-${of('day')}` };
}
