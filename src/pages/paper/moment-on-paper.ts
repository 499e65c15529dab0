import { perLocale } from '../../messages/number-format.ts';

const options = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
} as const;
const formats = new Map<string | undefined, () => Intl.DateTimeFormat>();

/**
 * With its time zone: paper goes to where others read it.
 * @param at ISO 8601
 * @param zone without one, the device's
 */
export function momentOnPaper(at: string, zone?: string): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) return at;
  let format = formats.get(zone);
  if (!format) formats.set(zone, (format = formatIn(zone)));
  return format().format(time);
}

function formatIn(timeZone: string | undefined): () => Intl.DateTimeFormat {
  return perLocale((it) => new Intl.DateTimeFormat(it, { ...options, timeZone }));
}
