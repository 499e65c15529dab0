import { expect, test } from 'vitest';
import { rows } from './rows.ts';

test('every row of the list is accounted for, once; it has no row 13', () => {
  const all = Array.from({ length: 57 }, (_, i) => i + 1).filter((it) => it !== 13);
  expect(rows.map(({ row }) => row)).toEqual(all);
});

test('what is met is met by a test', () => {
  for (const row of rows) if ('by' in row) expect(row.by.length, row.says).toBeGreaterThan(0);
});
