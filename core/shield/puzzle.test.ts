import { expect, test } from 'vitest';
import { isAcceptedDay, isSolution, puzzleText } from './puzzle.ts';

test.each([
  [[0, 0, 255], true],
  [[0, 1, 255], true],
  [[0, 2, 0], false],
  [[1, 0, 0], false],
  [[], false],
])('a hash that begins with %j is a solution: %j', (bytes, expected) => {
  expect(isSolution(new Uint8Array(bytes))).toBe(expected);
});

test('each puzzle has a text of its own, however its parts are cut', () => {
  const puzzle = { form: 'a', entry: 'b', deviceKey: 'c', day: 'd' };
  const others = [
    { ...puzzle, form: 'ab', entry: '' },
    { ...puzzle, entry: 'b","c', deviceKey: '' },
    { ...puzzle, day: 'e' },
  ];
  expect(new Set([puzzle, ...others].map(puzzleText)).size).toBe(4);
});

test('a solution is accepted for two weeks, and from a clock that is a day ahead', () => {
  const at = new Date('2026-03-31T23:00:00Z');
  expect(
    ['2026-03-16', '2026-03-17', '2026-04-01', '2026-04-02'].map((it) => isAcceptedDay(it, at)),
  ).toEqual([false, true, true, false]);
});
