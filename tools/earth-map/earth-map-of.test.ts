import { expect, test } from 'vitest';
import { earthMapOf, type Countries, type Towns } from './earth-map-of.ts';

/** Two countries side by side, the left one reaching across the 180th meridian. A unit is 0.0036°. */
const countries: Countries = {
  transform: { scale: [0.0036, 0.0018], translate: [-180, -90] },
  arcs: [
    [
      [99_000, 60_000],
      [1500, 0],
    ],
    [
      [500, 60_000],
      [0, -20_000],
      [-1500, 0],
    ],
    [
      [99_000, 40_000],
      [0, 20_000],
    ],
    [
      [99_000, 60_000],
      [-20_000, 0],
      [0, -20_000],
      [20_000, 0],
    ],
  ],
  objects: {
    countries: {
      geometries: [
        { type: 'Polygon', id: '643', properties: { name: 'Russia' }, arcs: [[0, 1, 2]] },
        { type: 'MultiPolygon', id: '818', properties: { name: 'Egypt' }, arcs: [[[3, 2]]] },
        { type: 'Polygon', properties: { name: 'Nowhere' }, arcs: [[3, 2]] },
      ],
    },
    land: { geometries: [{ type: 'Polygon', arcs: [[0, 1, ~3]] }] },
  },
};

const towns: Towns = {
  features: [
    {
      properties: { name: 'Kiev', scalerank: 1, adm0cap: 1 },
      geometry: { coordinates: [30.5147, 50.4353] },
    },
    {
      properties: { name: 'Cairo', scalerank: 0, adm0cap: 1 },
      geometry: { coordinates: [31.2481, 30.0519] },
    },
  ],
};

test('towns have both names, the most important first', () => {
  expect(earthMapOf(countries, towns).towns).toEqual([
    ['Cairo', 'القاهرة', [31.25, 30.05], 0, 1],
    ['Kyiv', 'كييف', [30.51, 50.44], 1, 1],
  ]);
});

test('a town without an Arabic name is not forgotten silently', () => {
  const [town] = towns.features;
  if (!town) throw new Error('There is none.');
  const unknown = { ...town, properties: { ...town.properties, name: 'Atlantis' } };
  expect(() => earthMapOf(countries, { features: [unknown] })).toThrow(/Atlantis/);
});

test('countries are known by their letters, with their name inside; those without a number are left out', () => {
  const [russia, egypt, ...others] = earthMapOf(countries, towns).countries;
  expect([russia?.[0], egypt?.[0], others]).toEqual(['RU', 'EG', []]);
  const [longitude, latitude] = egypt?.[1] ?? [0, 0];
  expect(longitude).toBeGreaterThan(79_000 * 0.0036 - 180);
  expect(longitude).toBeLessThan(99_000 * 0.0036 - 180);
  expect(latitude).toBeGreaterThan(-18);
  expect(latitude).toBeLessThan(18);
});

test('a border is a line that two countries have in common', () => {
  const { borders } = earthMapOf(countries, towns);
  expect(borders).toContainEqual([99_000, 40_000, 0, 20_000]);
});
