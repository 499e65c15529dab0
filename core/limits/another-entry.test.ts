import { expect, test } from 'vitest';
import type { FormLimits } from './form-limits.ts';
import { mayFillInAnother } from './another-entry.ts';

const now = Date.parse('2026-05-01T12:00:00Z');

test.each<[string, FormLimits | undefined, boolean]>([
  ['without limits', undefined, true],
  ['with room for more of each person', { perAuthor: 2 }, true],
  ['with one entry of each person', { perAuthor: 1 }, false],
  ['that is open', { closes: '2026-05-02T00:00:00Z' }, true],
  ['that has closed meanwhile', { closes: '2026-05-01T00:00:00Z' }, false],
])('a form %s: another entry is offered or not', (_, limits, isOffered) => {
  expect(mayFillInAnother({ limits }, now)).toBe(isOffered);
});
