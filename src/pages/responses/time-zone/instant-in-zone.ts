import { utc, type Zone } from './zones.ts';

const formats = new Map<Zone, Intl.DateTimeFormat>();

/**
 * An instant as a clock in a zone shows it, with the offset, so that it stays the same instant:
 * `2026-11-26T08:18:00.000+09:00`.
 */
export function instantInZone(at: string, zone: Zone): string {
  const time = Date.parse(at);
  if (zone === utc || Number.isNaN(time)) return at;
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = clockIn(zone)));
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  const milliseconds = ((time % 1000) + 1000) % 1000;
  const minutes = Math.round((shown + milliseconds - time) / 60_000);
  const text = new Date(shown + milliseconds).toISOString().slice(0, -1);
  return `${text}${offsetText(minutes)}`;
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const digits = [hours, rest].map((it) => String(it).padStart(2, '0')).join(':');
  return `${minutes < 0 ? '-' : '+'}${digits}`;
}

function clockIn(timeZone: Zone): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}
