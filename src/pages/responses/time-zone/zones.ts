/** A time zone by its name, such as `Europe/Berlin`. */
export type Zone = string;

/** What days mean where no zone is given: the API's own. */
export const utc: Zone = 'UTC';

/** The zone of this device. */
export function deviceZone(): Zone {
  return zoneNamed(new Intl.DateTimeFormat('en').resolvedOptions().timeZone) ?? utc;
}

/** The zone of this name, as the browser writes it. Undefined if the browser does not know it: addresses are edited. */
export function zoneNamed(name: string): Zone | undefined {
  // Some browsers also take offsets, which have no summer time.
  if (!/^[a-z]/i.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return names.has(timeZone) ? utc : timeZone;
  } catch {
    return undefined;
  }
}

/** Of UTC: browsers differ. */
const names = new Set(['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT', 'Etc/UCT', 'UCT']);

/** All that can be chosen: UTC, then by their names. */
export function allZones(): readonly Zone[] {
  const others = Intl.supportedValuesOf('timeZone').filter((it) => !names.has(it));
  return [utc, ...others];
}

/** `America/New York` */
export function zoneLabel(zone: Zone): string {
  return zone.replaceAll('_', ' ');
}
