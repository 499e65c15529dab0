import { anyFormAsksForLocations } from './asks-for.ts';

type Entry = { readonly url: string };

/** The map of the Earth, and what draws it: a megabyte and a half that only locations need. */
const filesOfTheMap = /^assets\/(ground|maplibre-gl|maplibre-gl-worker|earth-map)-[^/]+$/;

/**
 * Whoever installs the app has the map without a network, if a form asks for a location; otherwise nobody loads it
 * except owners of responses, who have a network.
 */
export async function withoutUnusedMap<E extends Entry>(
  entries: E[],
): Promise<{ readonly manifest: E[]; readonly warnings: string[] }> {
  const isUsed = await anyFormAsksForLocations();
  return { manifest: isUsed ? entries : withoutMap(entries), warnings: [] };
}

export function withoutMap<E extends Entry>(entries: readonly E[]): E[] {
  return entries.filter(({ url }) => !filesOfTheMap.test(url));
}
