import { getOwn } from '#core/values/own-property.ts';
import { instantInZone } from './instant-in-zone.ts';
import { utc, type Zone } from './zones.ts';

/** Days in the zone of the page, both inclusive. */
export type DayRange = { readonly from?: string; readonly to?: string };

/** The first and the last instant of some days, both inclusive, as the API takes them. */
export type InstantRange = { readonly from?: string; readonly to?: string };

const quarterHour = 900_000;
const dayInMilliseconds = 86_400_000;

/**
 * The day that a calendar in a zone shows at an instant. Clocks are set in quarters of an hour, so it is looked up once for
 * each: a browser takes a hundred times as long to format a date as to find it here.
 */
export function daysIn(zone: Zone): (at: string) => string {
  if (zone === utc) return (at) => at.slice(0, 10);
  const known = new Map<number, string>();
  return (at) => {
    const time = Date.parse(at);
    if (Number.isNaN(time)) return at.slice(0, 10);
    const quarter = Math.floor(time / quarterHour);
    const day = known.get(quarter) ?? dayAt(zone, time);
    known.set(quarter, day);
    return day;
  };
}

/** The instants of a range of days in a zone. Days that a clock's change makes shorter or longer are whole. */
export function instantsOf({ from, to }: DayRange, zone: Zone): InstantRange {
  // The API knows these days itself.
  if (zone === utc) return { ...(from && { from }), ...(to && { to }) };
  return {
    ...(from && { from: new Date(startOf(from, zone)).toISOString() }),
    ...(to && { to: new Date(startOf(dayAfter(to), zone) - 1).toISOString() }),
  };
}

/** How many of these instants are on each day, as a summary has them. */
export function countDays(
  instants: readonly string[],
  zone: Zone,
): { readonly [day: string]: number } {
  const dayOf = daysIn(zone);
  const counts: Record<string, number> = {};
  for (const at of instants) {
    const day = dayOf(at);
    counts[day] = (getOwn(counts, day) ?? 0) + 1;
  }
  return counts;
}

/**
 * When a day begins: the first instant at which a calendar in the zone shows it or a later one. A day may begin at one
 * o'clock, and a zone that crossed the date line has left one out.
 */
function startOf(day: string, zone: Zone): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // No zone is a whole day from UTC.
  let [before, after] = [midnight - dayInMilliseconds, midnight + dayInMilliseconds];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayAt(zone, middle) >= day) after = middle;
    else before = middle;
  }
  return after;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayInMilliseconds).toISOString().slice(0, 10);
}

function dayAt(zone: Zone, time: number): string {
  return instantInZone(new Date(time).toISOString(), zone).slice(0, 10);
}
