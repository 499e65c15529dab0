import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsControl } from '#core/form/fits-control.ts';
import { spotOf, wholeEarth } from './map-geometry.ts';
import { clustersOn, viewAround } from './location-clusters.ts';

const location = fc.record({
  Latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  Longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const seattle = { Latitude: 47.6, Longitude: -122.3 };

test('every location is on the map around them', () => {
  fc.assert(
    fc.property(fc.array(location, { minLength: 1 }), (locations) => {
      const view = viewAround(locations);
      for (const { x, y } of locations.map((it) => spotOf(view, it))) {
        expect(Math.min(x, y)).toBeGreaterThan(-1e-9);
        expect(Math.max(x, y)).toBeLessThan(1 + 1e-9);
      }
    }),
  );
});

test('the map zooms in as far as the locations allow', () => {
  expect(viewAround([seattle]).zoom).toBe(13);
  expect(viewAround([seattle, { Latitude: -33.9, Longitude: 151.2 }])).toEqual(wholeEarth);
  expect(viewAround([])).toBeTruthy();
});

test('nearby locations are one dot, and none is lost', () => {
  const near = { Latitude: 47.61, Longitude: -122.31 };
  const clusters = clustersOn(wholeEarth, [seattle, near, { Latitude: 0, Longitude: 0 }]);
  expect(clusters.map(({ count }) => count)).toEqual([2, 1]);
  fc.assert(
    fc.property(fc.array(location), (locations) => {
      const counted = clustersOn(viewAround(locations), locations);
      expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(locations.length);
    }),
  );
});

test('values that are not locations are left out', () => {
  const answers = [seattle, { Latitude: '1' }, 'here', null, undefined];
  expect(answers.filter((it) => fitsControl({ is: 'location' }, it))).toEqual([seattle]);
});
