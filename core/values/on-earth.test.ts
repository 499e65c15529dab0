import { expect, test } from 'vitest';
import { areaOf, lengthOf, type Position } from './on-earth.ts';

const [paris, london]: readonly Position[] = [
  [2.3522, 48.8566],
  [-0.1276, 51.5072],
] as const;

/** A degree of a great circle. */
const degree = 111_195;

test('the length of a line is that of all its parts', () => {
  expect(lengthOf([paris ?? [0, 0], london ?? [0, 0]]) / 1000).toBeCloseTo(343.5, 0);
  expect(
    lengthOf([
      [0, 0],
      [1, 0],
      [1, 1],
    ]) / degree,
  ).toBeCloseTo(2, 4);
  expect(lengthOf([[0, 0]])).toBe(0);
  expect(lengthOf([])).toBe(0);
});

test('the size of an area is the same whichever way round it is drawn, and across the 180th meridian', () => {
  const square: Position[] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ];
  expect(areaOf(square) / degree ** 2).toBeCloseTo(1, 3);
  expect(areaOf(square.toReversed())).toBeCloseTo(areaOf(square));
  const across: Position[] = [
    [179.5, 0],
    [-179.5, 0],
    [-179.5, 1],
    [179.5, 1],
    [179.5, 0],
  ];
  expect(areaOf(across)).toBeCloseTo(areaOf(square), 0);
  expect(areaOf([])).toBe(0);
});
