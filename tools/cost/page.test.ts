import { expect, test } from 'vitest';
import { tables, unknownFigures, written } from './page.ts';
import { mails, people, submissions, sumOf } from './sums.ts';

test('a table on a page is written from the prices, and nothing else of it is touched', () => {
  const page = 'before\n\n<!-- people -->\n\n| old |\n\n<!-- / -->\n\nafter <!-- unknown -->\n';
  const right = written(page);
  expect(right).toContain('| 1 000 000 | 14 850 |');
  expect(right).toContain('| 100 000 | 1350 |');
  expect(right).not.toContain('old');
  expect(right).toMatch(/^before\n[^]*after <!-- unknown -->\n$/);
  expect(written(right)).toBe(right);
});

test('a figure that no price makes is found, however it is written', () => {
  expect(unknownFigures('$3.50 a million; $14 850 for people; $0.0000133334')).toEqual([]);
  expect(unknownFigures('$3.51, or $14 851, or $0.0000132')).toEqual([
    '$3.51',
    '$14 851',
    '$0.0000132',
  ]);
});

test('each sum is that of its lines, and each line is a row', () => {
  expect(sumOf(submissions)).toBeCloseTo(3.5 + 0.2 + 0.0667 + 1.25 + 0.5, 3);
  expect(tables['submissions']?.().split('\n')).toHaveLength(submissions.length + 3);
  expect(sumOf(mails)).toBeCloseTo(1.25 + 0.75 + 0.125 + 0.2 + 1.1667 + 0.375, 3);
  expect(people).toContainEqual([100_000, 1350]);
});
