import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { StreetMap } from '#brand/street-map.ts';
import OfflineMaps from './offline-maps.tsx';
import { answerFromKept, fromKept } from './kept-requests.ts';
import { onEarth } from './kept-style.ts';
import { keptMapsChange } from './kept-maps.ts';
import { ajloun, createCaches, createMapMakers, streets } from './testing/map-makers.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  dispatchEvent(new Event(keptMapsChange));
});

async function openList({ mostBytes = Infinity, streetMap = streets } = {}) {
  const makers = createMapMakers();
  const storage = createCaches(mostBytes);
  vi.stubGlobal('fetch', makers.answer);
  vi.stubGlobal('caches', storage.caches);
  const person = userEvent.setup();
  const show = () =>
    render(<OfflineMaps streetMap={streetMap} maps={streetMap.offline ?? []} />).unmount;
  const close = show();
  const list = async () => person.click(screen.getByText('Maps for when there is no network'));
  return { makers, storage, person, list, close, show };
}

const press = async (person: ReturnType<typeof userEvent.setup>, name: RegExp) =>
  person.click(await screen.findByRole('button', { name }));

test('the size is said before a map is kept, and the makers are not asked before somebody looks', async () => {
  const { makers, list } = await openList();
  expect(makers.requested).toEqual([]);
  await list();
  // Ten tiles of 1000 bytes, two styles and the list of tiles.
  expect(
    await screen.findByRole('button', {
      name: /^Keep the map of Ajloun on this device \(about 1[12][.\d]* kB\)$/,
    }),
  ).toBeTruthy();
  expect(makers.requested.length).toBeLessThan(25);
});

test('a kept map is read from the device without a network, and nothing of it is left once it is removed', async () => {
  const { makers, storage, person, list } = await openList();
  await list();
  await press(person, /^Keep the map/);
  expect(await screen.findByText(/^The map of Ajloun is on this device \(1[12]/)).toBeTruthy();

  makers.failing.isOffline = true;
  const address = 'https://tiles.example.com/9/306/207.pbf';
  const signal = new AbortController();
  const { url = '' } = (await fromKept(streets)(address)) ?? {};
  expect(url).toBe(`kept://${address}`);
  const tile = await answerFromKept(streets)({ url, type: 'arrayBuffer' }, signal);
  expect((tile.data as ArrayBuffer).byteLength).toBe(1000);
  const elsewhere = url.replace('306', '1');
  const missing = await answerFromKept(streets)({ url: elsewhere, type: 'arrayBuffer' }, signal);
  expect((missing.data as ArrayBuffer).byteLength).toBe(0);

  makers.failing.isOffline = false;
  await press(person, /^Remove the map of Ajloun/);
  await press(person, /^Leave it there/);
  await press(person, /^Remove the map of Ajloun/);
  await press(person, /^Remove it/);
  expect(await screen.findByText('The map of Ajloun was removed.')).toBeTruthy();
  expect([...storage.all.keys()]).toEqual([]);
  expect((await fromKept(streets)(address))?.url).toBe(address);
});

test('a map that was interrupted goes on where it was', async () => {
  const { makers, storage, person, list } = await openList();
  await list();
  await screen.findByRole('button', { name: /^Keep the map/ });
  const { answer } = makers;
  let left = 6;
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    makers.failing.isOffline = (left -= 1) < 0;
    return answer(address, init);
  });
  await press(person, /^Keep the map/);
  expect(await screen.findByText(/^There is no network\. What has arrived is kept/)).toBeTruthy();
  const [before = new Map()] = [...storage.all.values()];
  const there = new Set(before.keys());
  expect(there.size).toBeGreaterThan(0);

  vi.stubGlobal('fetch', answer);
  makers.failing.isOffline = false;
  makers.requested.length = 0;
  await press(person, /^Try again to keep/);
  expect(await screen.findByText(/^The map of Ajloun is on this device/)).toBeTruthy();
  const again = makers.requested.filter((it) => it.endsWith('.pbf') && there.has(it));
  expect(again).toEqual([]);
});

test('stopped, nothing of it is left', async () => {
  const { makers, storage, person, list } = await openList();
  await list();
  await screen.findByRole('button', { name: /^Keep the map/ });
  vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
    address.endsWith('.pbf')
      ? new Promise((_, reject) =>
          init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
        )
      : makers.answer(address, init),
  );
  await press(person, /^Keep the map/);
  expect(await screen.findByRole('progressbar')).toBeTruthy();
  await press(person, /^Stop/);
  expect(await screen.findByText(/^Stopped\. Nothing of it is left/)).toBeTruthy();
  await expect.poll(() => [...storage.all.keys()]).toEqual([]);
});

test('a full device, makers that refuse, and a map that is too large each have a message', async () => {
  const full = await openList({ mostBytes: 5000 });
  await full.list();
  await press(full.person, /^Keep the map/);
  expect(await screen.findByText(/^There is not enough storage space/)).toBeTruthy();
  cleanup();

  const refusing = await openList();
  refusing.makers.failing.status = 403;
  await refusing.list();
  expect(await screen.findByText(/^The makers of the map did not send it/)).toBeTruthy();
  cleanup();

  const earth = { ...ajloun, west: -180, east: 180, south: -80, north: 80, zoom: 14 };
  const large = await openList({ streetMap: { ...streets, offline: [earth] } });
  await large.list();
  expect(await screen.findByText(/^This map is too large to be kept/)).toBeTruthy();
});

test('a map of another style is another map, and one that is no longer offered is removed', async () => {
  const first = await openList();
  await first.list();
  await press(first.person, /^Keep the map/);
  await screen.findByText(/^The map of Ajloun is on this device/);
  cleanup();
  const others: StreetMap = { ...streets, style: 'https://tiles.example.com/dark.json' };
  render(<OfflineMaps streetMap={others} maps={others.offline ?? []} />);
  await first.list();
  await screen.findByRole('button', { name: /^Keep the map/ });
  expect([...first.storage.all.keys()]).toEqual([]);
});

test('kept streets lie on the Earth, in the device’s own font, and are enlarged beyond their closest zoom', () => {
  const earth = {
    version: 8,
    sources: { land: { type: 'geojson', data: '' } },
    layers: [{ id: 'land', type: 'fill', source: 'land' }],
  } as const;
  const drawn = onEarth(
    earth as never,
    {
      version: 8,
      glyphs: 'https://tiles.example.com/{fontstack}/{range}.pbf',
      sources: { land: { type: 'vector', url: 'https://tiles.example.com/roads.json' } },
      layers: [
        { id: 'ground', type: 'background' },
        {
          id: 'names',
          type: 'symbol',
          source: 'land',
          layout: { 'text-field': 'a', 'text-font': ['Noto'] },
        },
      ],
    },
    9,
  );
  expect(drawn.glyphs).toBeUndefined();
  expect(drawn.layers.map(({ id }) => id)).toEqual(['earth-land', 'names']);
  expect(drawn.layers[0]).toMatchObject({ source: 'earth-land' });
  expect(drawn.layers[1]).toMatchObject({ layout: { 'text-font': ['system-ui', 'sans-serif'] } });
  expect(drawn.sources['land']).toMatchObject({ type: 'vector', maxzoom: 9 });
  expect(drawn.sources['earth-land']).toMatchObject({ type: 'geojson' });
});
