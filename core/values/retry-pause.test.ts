import { expect, test } from 'vitest';
import { fullJitter } from './retry-pause.ts';

const pauses = { first: 1000, longest: 5000 };

test('the longest pause doubles with each failure, up to a limit', () => {
  const longest = [0, 1, 2, 3, 2000].map((failures) => fullJitter(pauses, failures, 1));
  expect(longest).toEqual([1000, 2000, 4000, 5000, 5000]);
});

test('a pause is a random part of the longest', () => {
  expect(fullJitter(pauses, 2, 0)).toBe(0);
  expect(fullJitter(pauses, 2, 0.5)).toBe(2000);
});
