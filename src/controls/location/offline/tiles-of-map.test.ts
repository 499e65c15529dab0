import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spotAt } from '../map/map-view.ts';
import { ajloun } from './testing/map-makers.ts';
import { countTiles, tilesOf } from './tiles-of-map.ts';

const upTo = (most: number) => ({ least: 0, most });

test('the tiles of an area are counted without listing them, each once', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -180, max: 179, noNaN: true }),
      fc.double({ min: -84, max: 83, noNaN: true }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 8 }),
      (west, south, size, zoom) => {
        const area = { name: '', west, south, east: west + size, north: south + size, zoom };
        const listed = [...tilesOf(area, upTo(14))].map(({ z, x, y }) => `${z}/${x}/${y}`);
        expect(listed).toHaveLength(countTiles(area, upTo(14)));
        expect(new Set(listed).size).toBe(listed.length);
      },
    ),
  );
});

test('what somebody looks at in the area is on one of its tiles, at each zoom', () => {
  const tiles = new Set([...tilesOf(ajloun, upTo(14))].map(({ z, x, y }) => `${z}/${x}/${y}`));
  for (let zoom = 0; zoom <= ajloun.zoom; zoom += 1)
    for (const [Latitude, Longitude] of [
      [32.2, 35.6],
      [32.33, 35.75],
      [32.45, 35.9],
    ] as const) {
      const { x, y } = spotAt(zoom, { Latitude, Longitude });
      expect(tiles).toContain(`${zoom}/${Math.floor(x / 512)}/${Math.floor(y / 512)}`);
    }
});

test('an area across the 180th meridian goes on at the other edge', () => {
  const fiji = { name: 'Fiji', west: 177, south: -19, east: -178, north: -16, zoom: 4 };
  const columns = [...tilesOf(fiji, { least: 4, most: 4 })].map(({ x }) => x);
  expect(columns).toEqual([15, 0]);
});

test('only zooms of which the makers have tiles are listed', () => {
  expect([...tilesOf(ajloun, { least: 7, most: 8 })].map(({ z }) => z)).toEqual([7, 8]);
  expect(countTiles(ajloun, { least: 10, most: 14 })).toBe(0);
  expect(countTiles({ ...ajloun, west: -180, east: 180, south: -85, north: 85 }, upTo(2))).toBe(21);
});
