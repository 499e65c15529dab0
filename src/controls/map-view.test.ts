import fc from 'fast-check';
import { expect, test } from 'vitest';
import { place } from '../words/en/place.ts';
import {
  gridOf,
  latitudeInWords,
  longitudeInWords,
  placeAt,
  placeBeside,
  scaleInWords,
  spotOf,
  viewOf,
  viewWith,
  wholeWorld,
  zoomedBy,
} from './map-view.ts';

const places = fc.record({
  Latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  Longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const zooms = fc.integer({ min: 0, max: 17 });
const part = fc.double({ min: 0, max: 1, noNaN: true });
const seattle = { Latitude: 47.6174755835663, Longitude: -122.28837066650185 };

test('the whole world is on the first map, the North Pole at its top', () => {
  expect(spotOf(wholeWorld, { Latitude: 90, Longitude: -180 })).toEqual({ x: 0, y: 0 });
  expect(spotOf(wholeWorld, { Latitude: -90, Longitude: 180 })).toEqual({ x: 1, y: 1 });
  expect(placeAt(wholeWorld, { x: 0.5, y: 0.5 })).toEqual({ Latitude: 0, Longitude: 0 });
});

test('where a finger comes down is where the pin is put, within a pixel', () => {
  fc.assert(
    fc.property(places, zooms, part, part, (centre, zoom, x, y) => {
      const view = viewOf(centre, zoom);
      const place = placeAt(view, { x, y });
      expect(Math.abs(place.Latitude)).toBeLessThanOrEqual(90);
      expect(Math.abs(place.Longitude)).toBeLessThanOrEqual(180);
      if (Math.abs(centre.Latitude) > 80) return;
      const spot = spotOf(view, place);
      expect(spot.y).toBeCloseTo(y, 2);
      // The date line is both edges of the whole world.
      if (zoom > 0) expect(spot.x).toBeCloseTo(x, 2);
    }),
  );
});

test('a map with a place is a map on which the place can be seen', () => {
  fc.assert(
    fc.property(places, places, zooms, (centre, place, zoom) => {
      const { x, y } = spotOf(viewWith(viewOf(centre, zoom), place), place);
      for (const at of [x, y]) {
        expect(at).toBeGreaterThanOrEqual(-1e-6);
        expect(at).toBeLessThanOrEqual(1 + 1e-6);
      }
    }),
  );
});

test('the grid has a few lines, all of them on the map', () => {
  fc.assert(
    fc.property(places, zooms, (centre, zoom) => {
      const { meridians, parallels } = gridOf(viewOf(centre, zoom));
      for (const lines of [meridians, parallels]) {
        expect(lines.length).toBeGreaterThan(0);
        expect(lines.length).toBeLessThan(9);
        for (const { at } of lines) expect(at > -1e-6 && at < 1 + 1e-6).toBe(true);
      }
    }),
  );
});

test('a step there and a step back end where they began', () => {
  const view = viewOf(seattle, 12);
  const start = placeAt(view, { x: 0.5, y: 0.5 });
  const there = placeBeside(view, start, 1, -1);
  expect(there.Latitude).toBeLessThan(start.Latitude);
  expect(there.Longitude).toBeGreaterThan(start.Longitude);
  expect(placeBeside(view, there, -1, 1)).toEqual(start);
});

test('a pin goes round the world, and stops at the poles', () => {
  const east = placeBeside(wholeWorld, { Latitude: 0, Longitude: 179 }, 1, 0);
  expect(east.Longitude).toBe(-91);
  expect(placeBeside(wholeWorld, { Latitude: 89, Longitude: 0 }, 0, 1).Latitude).toBe(90);
});

test('zooming ends where nothing more can be seen', () => {
  const closest = zoomedBy(wholeWorld, 99, seattle);
  expect(zoomedBy(closest, 1)).toEqual(closest);
  expect(scaleInWords(closest, place)).toBe('56 m');
  expect(scaleInWords(zoomedBy(closest, -99), place)).toBe('3,300 km');
  expect(zoomedBy(closest, -99)).toEqual(wholeWorld);
});

test('a place is said as maps say it', () => {
  expect(latitudeInWords(47.6, place)).toBe('47.6° N');
  expect(latitudeInWords(-33.8688, place)).toBe('33.8688° S');
  expect(longitudeInWords(-0.3 + 0.1, place)).toBe('0.2° W');
  expect(longitudeInWords(0, place)).toBe('0°');
});
