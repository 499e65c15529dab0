import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spotOf, wholeWorld } from '../controls/map-view.ts';
import { clustersOn, isPlace, viewAround } from './places.ts';

const place = fc.record({
  Latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  Longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const seattle = { Latitude: 47.6, Longitude: -122.3 };

test('every place is on the map around them', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1 }), (places) => {
      const view = viewAround(places);
      for (const { x, y } of places.map((it) => spotOf(view, it))) {
        expect(Math.min(x, y)).toBeGreaterThan(-1e-9);
        expect(Math.max(x, y)).toBeLessThan(1 + 1e-9);
      }
    }),
  );
});

test('the map is as near as the places allow', () => {
  expect(viewAround([seattle]).zoom).toBe(13);
  expect(viewAround([seattle, { Latitude: -33.9, Longitude: 151.2 }])).toEqual(wholeWorld);
  expect(viewAround([])).toBeTruthy();
});

test('places near each other are one dot, and none is lost', () => {
  const near = { Latitude: 47.61, Longitude: -122.31 };
  const clusters = clustersOn(wholeWorld, [seattle, near, { Latitude: 0, Longitude: 0 }]);
  expect(clusters.map(({ count }) => count)).toEqual([2, 1]);
  fc.assert(
    fc.property(fc.array(place), (places) => {
      const counted = clustersOn(viewAround(places), places);
      expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(places.length);
    }),
  );
});

test('what is no place is left out', () => {
  expect([seattle, { Latitude: '1' }, 'here', null, undefined].filter(isPlace)).toEqual([seattle]);
});
