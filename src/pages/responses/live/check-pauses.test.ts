import { expect, test } from 'vitest';
import { firstPause, longestPause, nextPause } from './check-pauses.ts';

test('the pauses grow while nothing comes in, up to five minutes, and are short again after something did', () => {
  const pauses = Array.from({ length: 9 }).reduce<number[]>(
    (all) => [...all, nextPause(all.at(-1) ?? 0, false)],
    [firstPause],
  );
  expect(pauses.slice(0, 4)).toEqual([20_000, 30_000, 45_000, 67_500]);
  expect(pauses.at(-1)).toBe(longestPause);
  expect(nextPause(longestPause, true)).toBe(firstPause);
});
