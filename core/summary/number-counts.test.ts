import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isStorable } from '../values/storable-number.ts';
import { sumOfCounts, type Counts } from './counts.ts';
import { measureNumbers } from './measure-numbers.ts';
import { inCells, inFewCells, type NumberCounts } from './number-counts.ts';

const numberOfAnySize = fc
  .oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true, min: -1e6, max: 1e6 }))
  .filter(isStorable);

function countsOf(numbers: readonly number[]): NumberCounts {
  const all = numbers.map((it): Counts => ({
    statuses: {},
    days: {},
    fields: { age: { numbers: { cells: { [String(it)]: 1 } } } },
  }));
  return sumOfCounts(all).fields['age']?.numbers ?? { cells: {} };
}

test('few different numbers are counted as they are, many in cells of round numbers', () => {
  const ages = Array.from({ length: 400 }, (_, i) => i % 100);
  expect(inFewCells(countsOf(ages), 128).cells).toMatchObject({ 0: 4, 99: 4 });
  const incomes = Array.from({ length: 400 }, (_, i) => i * 10);
  expect(inFewCells(countsOf(incomes), 128)).toEqual({
    width: 2,
    cells: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [i, 10])),
    sum: '798e3',
  });
});

test('cells made in two steps, or of cells, are those made in one', () => {
  const width = fc.integer({ min: -3, max: 12 });
  fc.assert(
    fc.property(fc.array(numberOfAnySize), width, fc.nat({ max: 4 }), (numbers, first, more) => {
      const once = inCells(countsOf(numbers), first + more);
      expect(inCells(inCells(countsOf(numbers), first), first + more)).toEqual(once);
    }),
  );
});

test('a histogram of cells is right, the mean is exact, the others are as near as it says', () => {
  fc.assert(
    fc.property(fc.array(numberOfAnySize, { minLength: 1, maxLength: 600 }), (numbers) => {
      const cells = inFewCells(countsOf(numbers), 128);
      const { numbers: rough, bins = [] } = measureNumbers(cells);
      const { numbers: exact } = measureNumbers(countsOf(numbers));
      if (!rough || !exact) return expect.fail();
      const { within = 0 } = rough;
      expect(rough.mean).toBe(exact.mean);
      // Half a unit of the last digit that a double has is no mistake of the cells.
      const near = within + Math.max(...numbers.map(Math.abs)) * 4 * Number.EPSILON;
      for (const it of ['min', 'max', 'median'] as const)
        expect(Math.abs(rough[it] - exact[it])).toBeLessThanOrEqual(near);
      expect(bins.length).toBeLessThanOrEqual(12);
      for (const { from, below, count } of bins)
        expect(count).toBe(numbers.filter((it) => it >= from && it < below).length);
    }),
    { numRuns: 300 },
  );
});
