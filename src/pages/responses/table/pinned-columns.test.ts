import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Column } from '../data/response-columns.ts';
import { mostPinned, pinnedFirst, pinnedOffsets, togglePinned } from './pinned-columns.ts';

const all = ['.received', 'name', 'age', 'town'].map((name) => ({ name }) as Column);

test('pinned columns come right after the first, in the order of the others', () => {
  expect(pinnedFirst([0, 1, 2, 3], all, ['town', 'age'])).toEqual({
    positions: [0, 2, 3, 1],
    count: 2,
  });
  expect(pinnedFirst([0, 3, 1], all, ['age', 'removed'])).toEqual({
    positions: [0, 3, 1],
    count: 0,
  });
});

test('one more than can be pinned takes the place of the first', () => {
  const pinned = ['a', 'b', 'c', 'd'].reduce<readonly string[]>(togglePinned, []);
  expect(pinned).toHaveLength(mostPinned);
  expect(pinned).toEqual(['b', 'c', 'd']);
  expect(togglePinned(pinned, 'c')).toEqual(['b', 'd']);
});

test('whatever their widths, pinned columns lie side by side and leave half of the frame free', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 4 }),
      fc.integer({ min: 200, max: 2000 }),
      (widths, frame) => {
        const offsets = pinnedOffsets(widths, frame);
        let end = 0;
        for (const [i, offset] of offsets.entries()) {
          if (offset === undefined) continue;
          expect(offset).toBe(end);
          end += widths[i] ?? 0;
        }
        expect(end).toBeLessThanOrEqual(frame / 2);
      },
    ),
  );
});
