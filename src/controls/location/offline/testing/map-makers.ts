import type { OfflineMap, StreetMap } from '#brand/street-map.ts';

const origin = 'https://tiles.example.com';

export const ajloun: OfflineMap = {
  name: 'Ajloun',
  nameInArabic: 'عجلون',
  west: 35.6,
  south: 32.2,
  east: 35.9,
  north: 32.45,
  zoom: 9,
};

export const streets: StreetMap = {
  style: `${origin}/style.json`,
  darkStyle: `${origin}/dark.json`,
  origins: [origin],
  attribution: '© Example',
  offline: [ajloun],
};

const styleJson = {
  version: 8,
  sprite: `${origin}/sprite`,
  glyphs: `${origin}/{fontstack}/{range}.pbf`,
  sources: { roads: { type: 'vector', url: `${origin}/roads.json` } },
  layers: [
    { id: 'ground', type: 'background' },
    { id: 'roads', type: 'line', source: 'roads', 'source-layer': 'roads' },
    { id: 'names', type: 'symbol', source: 'roads', layout: { 'text-field': 'a' } },
  ],
};

const roads = { tiles: [`${origin}/{z}/{x}/{y}.pbf`], minzoom: 0, maxzoom: 14 };

/** Makers of a map: each tile has 1000 bytes, and its address is in `requested`. */
export function createMapMakers() {
  const requested: string[] = [];
  const failing: { isOffline: boolean; status: number | undefined } = {
    isOffline: false,
    status: undefined,
  };
  const files: Record<string, object> = {
    '/style.json': styleJson,
    '/dark.json': styleJson,
    '/roads.json': roads,
  };
  async function answer(address: string, { signal }: RequestInit = {}): Promise<Response> {
    signal?.throwIfAborted();
    if (failing.isOffline) throw new TypeError('Failed to fetch');
    requested.push(address);
    const { pathname } = new URL(address);
    if (failing.status !== undefined) return new Response('', { status: failing.status });
    const file = files[pathname];
    if (file) return Response.json(file);
    return pathname.startsWith('/sprite')
      ? new Response('', { status: 404 })
      : new Response(new Uint8Array(1000));
  }
  return { answer, requested, failing, files };
}

/** The caches of a browser, in memory. @param mostBytes what fits into them */
export function createCaches(mostBytes = Infinity) {
  const all = new Map<string, Map<string, Uint8Array<ArrayBuffer>>>();
  const has = (name: string, address: string) => {
    const bytes = all.get(name)?.get(address);
    return bytes && new Response(bytes);
  };
  function open(name: string) {
    const own = all.get(name) ?? new Map<string, Uint8Array<ArrayBuffer>>();
    all.set(name, own);
    return {
      match: async (address: string) => has(name, address),
      put: async (address: string, response: Response) => {
        const bytes = new Uint8Array(await response.arrayBuffer());
        const before = [...all.values()].flatMap((it) => [...it.values()]);
        const used = before.reduce((sum, it) => sum + it.length, 0);
        if (used + bytes.length > mostBytes) throw new DOMException('Full', 'QuotaExceededError');
        own.set(address, bytes);
      },
    };
  }
  return {
    all,
    caches: {
      keys: async () => [...all.keys()],
      open: async (name: string) => open(name),
      delete: async (name: string) => all.delete(name),
      match: async (address: string, { cacheName = '' } = {}) => has(cacheName, address),
    },
  };
}
