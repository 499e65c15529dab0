import { expect, test } from 'vitest';
import { countNew, seenIn } from './seen-responses.ts';

const days = { '2026-11-25': 3, '2026-11-24': 5 };

test('what came in since the last visit is new: later days, and more on the last day', () => {
  expect(countNew(days, seenIn(days))).toBe(0);
  expect(countNew({ '2026-11-26': 2, '2026-11-25': 4, '2026-11-24': 5 }, seenIn(days))).toBe(3);
});

test('a form that had no responses has only new ones', () => {
  expect(countNew(days, seenIn({}))).toBe(8);
});

test('a withdrawn response makes nothing new, and hides nothing of another day', () => {
  expect(countNew({ '2026-11-25': 2, '2026-11-24': 5 }, seenIn(days))).toBe(0);
  expect(countNew({ '2026-11-26': 1, '2026-11-25': 2 }, seenIn(days))).toBe(1);
});
