import { expect, test } from 'vitest';
import { tables, unknownFigures, withTables } from './cost-tables.ts';
import { mails, openSubmissions, people, submissions, sumOf } from './bills.ts';

test('a table on a page is generated from the prices, and the rest of the page stays', () => {
  const page = 'before\n\n<!-- people -->\n\n| old |\n\n<!-- / -->\n\nafter <!-- unknown -->\n';
  const right = withTables(page);
  expect(right).toContain('| 1 000 000 | 14 850 |');
  expect(right).toContain('| 100 000 | 1350 |');
  expect(right).not.toContain('old');
  expect(right).toMatch(/^before\n[^]*after <!-- unknown -->\n$/);
  expect(withTables(right)).toBe(right);
});

test('a figure that no price explains is found, however it is written', () => {
  expect(unknownFigures('$3.50 a million; $14 850 for people; $0.0000133334')).toEqual([]);
  expect(unknownFigures('$3.51, or $14 851, or $0.0000132')).toEqual([
    '$3.51',
    '$14 851',
    '$0.0000132',
  ]);
});

test('each line of a bill is a row, with their sum below', () => {
  for (const [name, lines] of Object.entries({ submissions, open: openSubmissions, mails })) {
    const rows = tables[name]?.().split('\n').slice(2) ?? [];
    expect(rows).toHaveLength(lines.length + 1);
    const figures = rows.map((row) => Number(row.split('|').at(-2)?.replaceAll('*', '')));
    const whole = figures.pop();
    expect(whole).toBeCloseTo(sumOf(lines), 1);
    expect(figures.reduce((sum, it) => sum + it, 0)).toBeCloseTo(sumOf(lines), 1);
  }
  expect(people).toContainEqual([100_000, 1350]);
});
