import { expect, test } from 'vitest';
import { clustersAt } from './clusters.ts';

const near = [
  { Latitude: 30, Longitude: 31 },
  { Latitude: 30.02, Longitude: 31.02 },
  { Latitude: 30.04, Longitude: 31.04 },
];
const far = { Latitude: -33.9, Longitude: 151.2 };

test('locations close to each other are one cluster, in their middle, and the largest comes first', () => {
  const [first, second, ...others] = clustersAt(3, [far, ...near]);
  expect(first).toMatchObject({ count: 3 });
  expect(first?.Latitude).toBeCloseTo(30.02);
  expect(second).toMatchObject({ count: 1 });
  expect(second?.Latitude).toBeCloseTo(far.Latitude);
  expect(others).toEqual([]);
});

test('no two clusters are so close that their marks overlap', () => {
  const row = [47.7, 47.8, 47.9].map((Latitude) => ({ Latitude, Longitude: -122 }));
  expect(clustersAt(6, row).map((it) => it.count)).toEqual([3]);
});

test('zoomed in, they are apart', () => {
  expect(clustersAt(14, near).map((it) => it.count)).toEqual([1, 1, 1]);
});

test('ten thousand locations are no more clusters than a map has space for', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => ({
    Latitude: (i % 100) - 50,
    Longitude: Math.floor(i / 100),
  }));
  const clusters = clustersAt(0, many);
  expect(clusters.length).toBeLessThan(30);
  expect(clusters.reduce((sum, it) => sum + it.count, 0)).toBe(10_000);
});

test('no locations are no clusters', () => {
  expect(clustersAt(3, [])).toEqual([]);
});
