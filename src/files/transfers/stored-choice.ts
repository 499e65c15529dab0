import { withTimeout } from '../../device/timeout.ts';
import type { StoredChoice } from './file-network.ts';

const cacheName = 'formstead-choices';

/** Milliseconds. */
const timeout = 5000;

/**
 * In a cache, which pages and the service worker share: localStorage is not there for the service worker, and the
 * database would need another version for it. Off where the browser stores nothing.
 */
export function storedChoice(caches: CacheStorage | undefined, name: string): StoredChoice {
  const address = `/choices/${name}`;
  return {
    async read() {
      if (!caches) return false;
      return withTimeout('storage', timeout, caches.match(address, { cacheName })).then(
        (it) => it !== undefined,
        () => false,
      );
    },
    async write(isOn) {
      if (!caches) return;
      const cache = await withTimeout('storage', timeout, caches.open(cacheName));
      const writing = isOn ? cache.put(address, new Response('on')) : cache.delete(address);
      await withTimeout<unknown>('storage', timeout, writing);
    },
  };
}
