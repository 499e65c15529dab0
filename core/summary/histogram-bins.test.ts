import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStorable } from '../values/storable-number.ts';
import { histogramBins } from './histogram-bins.ts';

const binsOf = (numbers: readonly number[]) =>
  histogramBins(numbers.toSorted((a, b) => a - b).map((from) => ({ from, count: 1 })));

test('bins have round edges, and empty ones are included', () => {
  expect(binsOf([1, 2, 2, 5])).toEqual([
    { from: 1, below: 2, count: 1 },
    { from: 2, below: 3, count: 2 },
    { from: 3, below: 4, count: 0 },
    { from: 4, below: 5, count: 0 },
    { from: 5, below: 6, count: 1 },
  ]);
  expect(binsOf([0.1, 0.25, 0.3]).map(({ from }) => from)).toEqual([
    0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.22, 0.24, 0.26, 0.28, 0.3,
  ]);
  expect(binsOf([-30, 995]).map(({ from }) => from)).toEqual([-200, 0, 200, 400, 600, 800]);
});

test('no numbers give no bins, and equal ones give a single bin', () => {
  expect(binsOf([])).toEqual([]);
  expect(binsOf([7, 7])).toEqual([{ from: 7, below: 8, count: 2 }]);
  expect(binsOf([0])).toEqual([{ from: 0, below: 1, count: 1 }]);
});

test('every number is in exactly one bin, and there are at most twelve bins', () => {
  const number = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
    fc.maxSafeInteger(),
    fc.constantFrom(0, -0, 1e-130, -1e-130, Number.MAX_SAFE_INTEGER, 1 + Number.EPSILON, 1),
  );
  fc.assert(
    fc.property(fc.array(number.filter(isStorable), { minLength: 1 }), (numbers) => {
      const bins = binsOf(numbers);
      expect(bins.length).toBeLessThanOrEqual(12);
      for (const [i, { from, below, count }] of bins.entries()) {
        expect(from).toBeLessThan(below);
        if (i > 0) expect(from).toBe(bins[i - 1]?.below);
        expect(count).toBe(numbers.filter((it) => it >= from && it < below).length);
      }
      expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(numbers.length);
    }),
    { numRuns: 1000 },
  );
});
