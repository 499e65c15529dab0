import { afterEach, expect, test, vi } from 'vitest';
import { keptCodeReader } from './keep-code-reader.ts';

/** A cache as far as it is used. */
function fakeCache() {
  const kept = new Map<string, Response>();
  return {
    kept,
    match: async ({ url }: Request) => kept.get(url)?.clone(),
    put: async ({ url }: Request, response: Response) => void kept.set(url, response),
    keys: async () => [...kept.keys()].map((url) => new Request(url)),
    delete: async ({ url }: Request) => kept.delete(url),
  };
}

const reader = (version: number) =>
  new Request(`https://example.com/assets/reader-${version}.wasm`);

afterEach(() => vi.unstubAllGlobals());

test('the code reader is loaded once, then found without a network, and an earlier version is removed', async () => {
  const cache = fakeCache();
  vi.stubGlobal('caches', { open: async () => cache });
  const network = vi.fn(async () => new Response('wasm'));
  vi.stubGlobal('fetch', network);
  expect(await (await keptCodeReader(reader(1))).text()).toBe('wasm');
  network.mockRejectedValue(new TypeError('no network'));
  expect(await (await keptCodeReader(reader(1))).text()).toBe('wasm');
  expect(network).toHaveBeenCalledTimes(1);
  network.mockResolvedValue(new Response('new wasm'));
  expect(await (await keptCodeReader(reader(2))).text()).toBe('new wasm');
  expect([...cache.kept.keys()]).toEqual([reader(2).url]);
});

test('what is not there is not kept, and a full disk does not matter', async () => {
  const cache = fakeCache();
  vi.stubGlobal('caches', { open: async () => cache });
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  expect((await keptCodeReader(reader(1))).status).toBe(404);
  expect(cache.kept.size).toBe(0);
  vi.stubGlobal('fetch', async () => new Response('wasm'));
  vi.stubGlobal('caches', {
    open: () => Promise.reject(new DOMException('', 'QuotaExceededError')),
  });
  expect(await (await keptCodeReader(reader(1))).text()).toBe('wasm');
});
