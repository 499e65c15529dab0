import { perLocale } from './number-format.ts';

/**
 * Writes moments in the reader's locale, as a clock in a zone shows them; without one, as this device's does. Text that
 * is no moment is returned unchanged.
 */
export function momentsInZone(
  options: Intl.DateTimeFormatOptions,
): (at: string, zone?: string) => string {
  const formats = new Map<string | undefined, () => Intl.DateTimeFormat>();
  const formatIn = (timeZone: string | undefined) =>
    perLocale((it) => new Intl.DateTimeFormat(it, { ...options, timeZone }));
  return (at, zone) => {
    const time = Date.parse(at);
    if (Number.isNaN(time)) return at;
    const format = formats.get(zone) ?? formatIn(zone);
    formats.set(zone, format);
    return format().format(time);
  };
}
