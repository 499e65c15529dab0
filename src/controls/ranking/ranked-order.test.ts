import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedTo, rankedOrder } from './ranked-order.ts';

test('what was ranked comes first, then the others in the order of the form', () => {
  expect(rankedOrder(['a', 'b', 'c'], [])).toEqual(['a', 'b', 'c']);
  expect(rankedOrder(['a', 'b', 'c'], ['c', 'gone', 'c'])).toEqual(['c', 'a', 'b']);
});

test('an option moves to a position, and no further than the ends', () => {
  expect(movedTo(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c']);
  expect(movedTo(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a']);
  expect(movedTo(['a', 'b', 'c'], 'c', -1)).toEqual(['c', 'a', 'b']);
});

test('however they are moved, every option stays in the order once', () => {
  const moves = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer()));
  fc.assert(
    fc.property(moves, (all) => {
      const order = all.reduce<readonly string[]>(
        (now, [value, position]) => movedTo(now, value, position),
        ['a', 'b', 'c', 'd'],
      );
      expect(order.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    }),
  );
});
