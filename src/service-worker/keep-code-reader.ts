import { withTimeout } from '../device/timeout.ts';

const cacheName = 'formstead:code-reader';

/** Milliseconds. */
const storageTimeout = 3000;
const networkTimeout = 60_000;

/**
 * The reader of barcodes: 1 MB that most people never need, so it is not loaded with the app, but kept once
 * somebody has needed it. Its address changes with each version.
 */
export async function keptCodeReader(request: Request): Promise<Response> {
  const cache = await withTimeout('storage', storageTimeout, caches.open(cacheName)).catch(
    () => undefined,
  );
  const kept = await cache?.match(request).catch(() => undefined);
  if (kept) return kept;
  const response = await fetch(request, { signal: AbortSignal.timeout(networkTimeout) });
  if (cache && response.ok) await keepOnly(cache, request, response.clone()).catch(() => undefined);
  return response;
}

async function keepOnly(cache: Cache, request: Request, response: Response): Promise<void> {
  for (const earlier of await cache.keys()) await cache.delete(earlier);
  await cache.put(request, response);
}
