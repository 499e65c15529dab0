import { expect, test } from 'vitest';
import fc from 'fast-check';
import { longestEdge, shrink } from './shrink.ts';

/** A picture whose pixels all have these values. */
function plain(width: number, height: number, pixel: readonly number[]) {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set(pixel, at);
  return { data, width, height };
}

test('a picture keeps its shape, is never larger than a small copy, and never grows', () => {
  const edge = fc.integer({ min: 1, max: 700 });
  fc.assert(
    fc.property(edge, edge, (width, height) => {
      const small = shrink(plain(width, height, [10, 20, 30, 255]));
      expect(Math.max(small.width, small.height)).toBe(
        Math.min(longestEdge, Math.max(width, height)),
      );
      expect(Math.abs(small.width * height - small.height * width)).toBeLessThanOrEqual(
        Math.max(width, height),
      );
      expect([...small.data.subarray(-4)]).toEqual([10, 20, 30, 255]);
    }),
    { numRuns: 30 },
  );
});

test('a pixel has the average colour of those that it stands for', () => {
  const picture = plain(2 * longestEdge, 2, [100, 0, 0, 255]);
  picture.data.set([200, 40, 80, 255], 0);
  const { data, height } = shrink(picture);
  expect(height).toBe(1);
  expect([...data.subarray(0, 8)]).toEqual([125, 10, 20, 255, 100, 0, 0, 255]);
});

test('the colour of what is transparent is not seen', () => {
  const picture = plain(2 * longestEdge, 1, [0, 0, 0, 0]);
  picture.data.set([200, 40, 80, 255], 4);
  expect([...shrink(picture).data.subarray(0, 8)]).toEqual([200, 40, 80, 128, 0, 0, 0, 0]);
});
