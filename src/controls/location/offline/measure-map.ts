import type { OfflineMap, StreetMap } from '#brand/street-map.ts';
import { ok, type Result } from '#core/values/result.ts';
import { loadBytes } from './load-bytes.ts';
import { readContents, type ContentsFailure } from './map-contents.ts';

/** Tiles that are loaded to know how large one is on average. */
const samples = 8;

/** How many bytes a part of a street map will be, from some of its tiles. */
export async function measureMap(
  streetMap: StreetMap,
  map: OfflineMap,
  signal: AbortSignal,
): Promise<Result<number, ContentsFailure>> {
  const contents = await readContents(streetMap, map, signal);
  if (!contents.ok) return contents;
  const { tileCount, tiles, files } = contents.value;
  const step = Math.max(Math.floor(tileCount / samples), 1);
  // From the last, because most tiles are of the closest zoom.
  const chosen = [...tiles()]
    .toReversed()
    .filter((_, at) => at % step === 0)
    .slice(0, samples);
  const sizes = { tiles: 0, files: 0 };
  for (const [part, addresses] of [
    ['tiles', chosen],
    ['files', files],
  ] as const)
    for (const address of addresses) {
      const loaded = await loadBytes(address, signal);
      if (!loaded.ok) return loaded;
      sizes[part] += loaded.value.length;
    }
  return ok(sizes.files + Math.round((sizes.tiles / Math.max(chosen.length, 1)) * tileCount));
}
