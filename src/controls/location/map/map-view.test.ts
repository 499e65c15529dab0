import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  locationBeside,
  metresFor,
  roundedFor,
  spotAt,
  viewAround,
  wholeEarth,
  zoomedBy,
  zooms,
} from './map-view.ts';

const cairo = { Latitude: 30.05, Longitude: 31.25 };

test('a location to the east is to the right, and one to the north above', () => {
  const [here, east, north] = [cairo, { ...cairo, Longitude: 40 }, { ...cairo, Latitude: 40 }].map(
    (it) => spotAt(3, it),
  );
  expect(east?.x).toBeGreaterThan(here?.x ?? Infinity);
  expect(north?.y).toBeLessThan(here?.y ?? 0);
  expect(spotAt(0, { Latitude: 0, Longitude: 0 })).toEqual({ x: 256, y: 256 });
});

test('a step moves a location by as many pixels at any zoom and latitude', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -80, max: 80, noNaN: true }),
      fc.double({ min: -100, max: 100, noNaN: true }),
      fc.integer({ min: 2, max: 16 }),
      (Latitude, Longitude, zoom) => {
        const from = { Latitude, Longitude };
        const view = { centre: from, zoom };
        const [before, after] = [from, locationBeside(view, from, 80, 8)].map((it) =>
          spotAt(zoom, it),
        );
        expect((after?.x ?? 0) - (before?.x ?? 0)).toBeCloseTo(80, -1);
        expect((before?.y ?? 0) - (after?.y ?? 0)).toBeGreaterThan(4);
      },
    ),
  );
});

test('east of the 180th meridian is west, and the poles are not on the map', () => {
  const view = { centre: cairo, zoom: 2 };
  expect(locationBeside(view, { Latitude: 0, Longitude: 179 }, 20, 0).Longitude).toBeLessThan(-170);
  expect(locationBeside(view, { Latitude: 84.9, Longitude: 0 }, 0, 500).Latitude).toBe(85);
  expect(Number.isFinite(spotAt(0, { Latitude: 90, Longitude: 0 }).y)).toBe(true);
});

test('a location is as precise as a pixel of the map', () => {
  expect(roundedFor(0, { Latitude: 30.0512345, Longitude: 31.256789 })).toEqual({
    Latitude: 30.1,
    Longitude: 31.3,
  });
  expect(roundedFor(15, { Latitude: 30.0512345678, Longitude: 31.25 }).Latitude).toBe(30.05123);
});

test('zooming keeps within what the map has', () => {
  expect(zoomedBy(wholeEarth, -9).zoom).toBe(zooms.least);
  expect(zoomedBy(wholeEarth, 99, cairo)).toEqual({ centre: cairo, zoom: zooms.most });
});

test('a step is described by how far it is on the ground', () => {
  expect(metresFor({ centre: { Latitude: 0, Longitude: 0 }, zoom: 0 }, 8)).toBe(630_000);
  expect(metresFor({ centre: { Latitude: 60, Longitude: 0 }, zoom: 0 }, 8)).toBe(310_000);
});

test('the first view shows all locations, and a single one from not too close', () => {
  const lagos = { Latitude: 6.45, Longitude: 3.39 };
  const { centre, zoom } = viewAround([cairo, lagos], 6);
  const spots = [cairo, lagos, centre].map((it) => spotAt(zoom, it));
  expect(Math.abs((spots[0]?.x ?? 0) - (spots[1]?.x ?? 0))).toBeLessThanOrEqual(221);
  expect(spots[2]?.x).toBeCloseTo(((spots[0]?.x ?? 0) + (spots[1]?.x ?? 0)) / 2, 3);
  expect(viewAround([cairo], 6).zoom).toBe(6);
  expect(viewAround([], 6).zoom).toBe(6);
});
