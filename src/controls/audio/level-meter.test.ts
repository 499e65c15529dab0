import { expect, test } from 'vitest';
import { levelOf } from './level-meter.ts';

test.each([
  ['silence', 0, 0],
  ['a whisper', 0.01, 1 / 3],
  ['a voice', 0.1, 2 / 3],
  ['as loud as can be', 1, 1],
])('%s has its place between 0 and 1', (_, amplitude, level) => {
  expect(levelOf(new Float32Array(100).fill(amplitude))).toBeCloseTo(level);
});

test('without a sample there is no sound', () => {
  expect(levelOf(new Float32Array())).toBe(0);
});
