import { perLocale } from '../../../messages/number-format.ts';
import type { Zone } from './zones.ts';

const formats = new Map<Zone, () => Intl.DateTimeFormat>();

/** A date and time in the reader's locale, as a clock in the zone shows it. Text that is none is returned unchanged. */
export function momentText(at: string, zone: Zone): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = formatIn(zone)));
  return format().format(time);
}

function formatIn(timeZone: Zone): () => Intl.DateTimeFormat {
  const options = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return perLocale((it) => new Intl.DateTimeFormat(it, options));
}
