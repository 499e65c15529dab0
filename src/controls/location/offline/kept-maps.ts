import type { OfflineMap, StreetMap } from '#brand/street-map.ts';
import { withTimeout } from '../../../device/timeout.ts';

/** Milliseconds. */
const timeout = 10_000;

/** The event of the window when a map was kept or removed. */
export const keptMapsChange = 'kept-maps-change';

/** A map that is on this device, all of it. */
export type KeptMap = {
  readonly map: OfflineMap;
  readonly bytes: number;
  /** The closest zoom that is kept. */
  readonly zoom: number;
};

type KeptFacts = Omit<KeptMap, 'map'>;

const prefix = 'formstead:offline-map:';
/** The entry of a cache that says that it is complete. */
const facts = '/offline-map.json';

/** In one cache each. Another style, area or zoom is another map. */
function cacheNameOf({ style, darkStyle }: StreetMap, map: OfflineMap): string {
  const { name, west, south, east, north, zoom } = map;
  return prefix + JSON.stringify([name, west, south, east, north, zoom, style, darkStyle]);
}

/** The maps on this device. Those that the app no longer offers are removed. */
export async function readKeptMaps(streetMap: StreetMap): Promise<readonly KeptMap[]> {
  const { offline = [] } = streetMap;
  const offered = new Set(offline.map((it) => cacheNameOf(streetMap, it)));
  for (const name of await withTimeout('storage', timeout, caches.keys()))
    if (name.startsWith(prefix) && !offered.has(name))
      await withTimeout('storage', timeout, caches.delete(name));
  const kept = await Promise.all(
    offline.map(async (map) => {
      const found = await matchIn(cacheNameOf(streetMap, map), facts);
      return found ? [{ map, ...((await found.json()) as KeptFacts) }] : [];
    }),
  );
  return kept.flat();
}

/** The cache of a map, which may have a part of it. */
export function openCacheOf(streetMap: StreetMap, map: OfflineMap): Promise<Cache> {
  return withTimeout('storage', timeout, caches.open(cacheNameOf(streetMap, map)));
}

/** Says that all of a map is in its cache. */
export async function recordKept(cache: Cache, kept: KeptFacts): Promise<void> {
  await withTimeout('storage', timeout, cache.put(facts, new Response(JSON.stringify(kept))));
  dispatchEvent(new Event(keptMapsChange));
}

export async function removeKeptMap(streetMap: StreetMap, map: OfflineMap): Promise<void> {
  await withTimeout('storage', timeout, caches.delete(cacheNameOf(streetMap, map)));
  dispatchEvent(new Event(keptMapsChange));
}

/** A file or tile of any of the maps. */
export async function findInKept(
  streetMap: StreetMap,
  kept: readonly KeptMap[],
  address: string,
): Promise<Response | undefined> {
  for (const { map } of kept) {
    const found = await matchIn(cacheNameOf(streetMap, map), address);
    if (found) return found;
  }
  return undefined;
}

function matchIn(cacheName: string, address: string): Promise<Response | undefined> {
  return withTimeout('storage', timeout, caches.match(address, { cacheName }));
}
