import type { OfflineMap, StreetMap } from '#brand/street-map.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { storageFailureOf, type StorageFailure } from '../../../device/storage-failure.ts';
import { withTimeout } from '../../../device/timeout.ts';
import { openCacheOf, recordKept, removeKeptMap } from './kept-maps.ts';
import { loadBytes } from './load-bytes.ts';
import { readContents, type ContentsFailure } from './map-contents.ts';

export type KeepFailure = ContentsFailure | StorageFailure;

type Options = {
  /** Stopped, nothing of the map stays, unless the reason is that somebody has left the page. */
  readonly signal: AbortSignal;
  /** @param part how much is there, from 0 to 1 */
  readonly onProgress: (part: number) => void;
};

/** Milliseconds. */
const timeout = 10_000;

/** Requests at once: browsers open six to a server, and the page may need one. */
const atOnce = 4;

/**
 * Loads a part of a street map into a cache of its own. After a failure it goes on where it was, because what has
 * arrived is still there.
 */
export async function keepMap(
  streetMap: StreetMap,
  map: OfflineMap,
  { signal, onProgress }: Options,
): Promise<Result<void, KeepFailure>> {
  const contents = await readContents(streetMap, map, signal);
  if (!contents.ok) return contents;
  const { files, tiles, tileCount, zoom } = contents.value;
  const total = files.length + tileCount;
  let [done, bytes] = [0, 0];
  try {
    const cache = await openCacheOf(streetMap, map);
    const addresses = inTurn(files, tiles());
    const loads = Array.from({ length: atOnce }, () =>
      keepEach(cache, addresses, signal, (size) => {
        done += 1;
        bytes += size;
        onProgress(done / total);
      }),
    );
    const failure = (await Promise.all(loads)).find((it) => it !== undefined);
    if (failure === undefined) await recordKept(cache, { bytes, zoom });
    if (failure === 'stopped' && signal.reason !== 'left') await removeKeptMap(streetMap, map);
    return failure === undefined ? ok(undefined) : err(failure);
  } catch (error) {
    return err(storageFailureOf(error));
  }
}

function* inTurn(...lists: readonly Iterable<string>[]): Generator<string> {
  for (const list of lists) yield* list;
}

/** Takes one address after the other, as others do, until there is none. A failure ends it for all. */
async function keepEach(
  cache: Cache,
  addresses: Generator<string>,
  signal: AbortSignal,
  onKept: (size: number) => void,
): Promise<KeepFailure | undefined> {
  for (const address of addresses) {
    const before = await withTimeout('storage', timeout, cache.match(address));
    if (before) {
      onKept((await before.blob()).size);
      continue;
    }
    const loaded = await loadBytes(address, signal);
    if (!loaded.ok) return loaded.problem;
    await withTimeout('storage', timeout, cache.put(address, new Response(loaded.value)));
    onKept(loaded.value.length);
  }
  return undefined;
}
