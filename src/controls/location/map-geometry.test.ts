import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locationMessages } from '../../messages/en/location.ts';
import {
  gridOf,
  latitudeText,
  longitudeText,
  locationAt,
  locationBeside,
  scaleText,
  spotOf,
  viewOf,
  viewWith,
  wholeEarth,
  zoomedBy,
} from './map-geometry.ts';

const locations = fc.record({
  Latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  Longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const zooms = fc.integer({ min: 0, max: 17 });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const seattle = { Latitude: 47.6174755835663, Longitude: -122.28837066650185 };

test('the whole world is on the first map, the North Pole at its top', () => {
  expect(spotOf(wholeEarth, { Latitude: 90, Longitude: -180 })).toEqual({ x: 0, y: 0 });
  expect(spotOf(wholeEarth, { Latitude: -90, Longitude: 180 })).toEqual({ x: 1, y: 1 });
  expect(locationAt(wholeEarth, { x: 0.5, y: 0.5 })).toEqual({ Latitude: 0, Longitude: 0 });
});

test('the pin is placed where the map is tapped, within a pixel', () => {
  fc.assert(
    fc.property(locations, zooms, part, part, (centre, zoom, x, y) => {
      const view = viewOf(centre, zoom);
      const location = locationAt(view, { x, y });
      expect(Math.abs(location.Latitude)).toBeLessThanOrEqual(90);
      expect(Math.abs(location.Longitude)).toBeLessThanOrEqual(180);
      if (Math.abs(centre.Latitude) > 80) return;
      const spot = spotOf(view, location);
      expect(spot.y).toBeCloseTo(y, 2);
      // The date line is at both edges of the whole Earth.
      if (zoom > 0) expect(spot.x).toBeCloseTo(x, 2);
    }),
  );
});

test('a map moved to a location shows the location', () => {
  fc.assert(
    fc.property(locations, locations, zooms, (centre, location, zoom) => {
      const { x, y } = spotOf(viewWith(viewOf(centre, zoom), location), location);
      for (const at of [x, y]) {
        expect(at).toBeGreaterThanOrEqual(-1e-6);
        expect(at).toBeLessThanOrEqual(1 + 1e-6);
      }
    }),
  );
});

test('the grid has a few lines, all of them on the map', () => {
  fc.assert(
    fc.property(locations, zooms, (centre, zoom) => {
      const { meridians, parallels } = gridOf(viewOf(centre, zoom));
      for (const lines of [meridians, parallels]) {
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThan(9);
        for (const { at } of lines) expect(at > -1e-6 && at < 1 + 1e-6).toBe(true);
      }
    }),
  );
});

test('a step forth and a step back return to the start', () => {
  const view = viewOf(seattle, 12);
  const start = locationAt(view, { x: 0.5, y: 0.5 });
  const there = locationBeside(view, start, 1, -1);
  expect(there.Latitude).toBeLessThan(start.Latitude);
  expect(there.Longitude).toBeGreaterThan(start.Longitude);
  expect(locationBeside(view, there, -1, 1)).toEqual(start);
});

test('a pin goes round the world, and stops at the poles', () => {
  const east = locationBeside(wholeEarth, { Latitude: 0, Longitude: 179 }, 1, 0);
  expect(east.Longitude).toBe(-91);
  expect(locationBeside(wholeEarth, { Latitude: 89, Longitude: 0 }, 0, 1).Latitude).toBe(90);
});

test('zoom is limited at both ends', () => {
  const closest = zoomedBy(wholeEarth, 99, seattle);
  expect(zoomedBy(closest, 1)).toEqual(closest);
  expect(scaleText(closest, locationMessages)).toBe('56 m');
  expect(scaleText(zoomedBy(closest, -99), locationMessages)).toBe('3,300 km');
  expect(zoomedBy(closest, -99)).toEqual(wholeEarth);
});

test('coordinates are formatted as on maps', () => {
  expect(latitudeText(47.6, locationMessages)).toBe('47.6° N');
  expect(latitudeText(-33.8688, locationMessages)).toBe('33.8688° S');
  expect(longitudeText(-0.3 + 0.1, locationMessages)).toBe('0.2° W');
  expect(longitudeText(0, locationMessages)).toBe('0°');
});
