import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../values/canonical-json.ts';
import {
  areNoCounts,
  differenceOf,
  noCounts,
  sumOfCounts,
  withCellsOf,
  withFewCells,
  type Counts,
} from './counts.ts';

const word = fc.constantFrom('tap', 'well', '__proto__', 'constructor', '2026-01-01');
const countBy = fc.dictionary(word, fc.integer({ min: 1, max: 3 }));
const someCounts: fc.Arbitrary<Counts> = fc.record({
  statuses: countBy,
  days: countBy,
  reviews: countBy,
  fields: fc.dictionary(
    word,
    fc.record(
      {
        answered: fc.integer({ min: 1, max: 3 }),
        chosen: countBy,
        rows: fc.dictionary(word, countBy),
        numbers: fc
          .dictionary(fc.integer({ min: -50, max: 50 }).map(String), fc.constant(1))
          .map((cells) => ({ cells })),
      },
      { requiredKeys: [] },
    ),
  ),
});
const json = (counts: Counts) => canonicalJson(counts);

test('what was added can be taken away, in any order, and then nothing is left', () => {
  fc.assert(
    fc.property(fc.array(someCounts), someCounts, (some, another) => {
      const all = sumOfCounts([...some, another]);
      expect(json(differenceOf(all, another))).toBe(json(sumOfCounts(some.toReversed())));
      expect(areNoCounts(differenceOf(all, all))).toBe(true);
    }),
  );
});

test('counts with few cells are added and taken away like all others', () => {
  fc.assert(
    fc.property(fc.array(someCounts), someCounts, (some, another) => {
      const few = withFewCells(sumOfCounts(some), 5);
      const all = sumOfCounts([few, another]);
      expect(json(all)).toBe(json(withCellsOf(sumOfCounts([...some, another]), all)));
      expect(json(differenceOf(all, another))).toBe(
        json(withCellsOf(sumOfCounts(some), differenceOf(all, another))),
      );
    }),
  );
});

test('nothing is the sum of nothing', () => {
  expect(sumOfCounts([])).toEqual(noCounts);
  expect(areNoCounts(noCounts)).toBe(true);
});
