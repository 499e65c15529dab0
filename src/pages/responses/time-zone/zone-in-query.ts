import { utc, zoneNamed, type Zone } from './zones.ts';

/**
 * The zone in which the days of an address are meant, so that it shows the same rows to everybody. Without one they are
 * days of UTC. Undefined if there are no days in it.
 */
export function zoneInQuery(query: URLSearchParams): Zone | undefined {
  if (!query.has('from') && !query.has('to')) return undefined;
  return zoneNamed(query.get('zone') ?? utc) ?? utc;
}
