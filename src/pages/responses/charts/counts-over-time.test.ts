import { expect, test } from 'vitest';
import { countsOverTime } from './counts-over-time.ts';

test('days without a response are included', () => {
  expect(countsOverTime({ '2026-03-01': 2, '2026-02-27': 1 })).toEqual({
    unit: 'day',
    spans: [
      { start: '2026-02-27', count: 1 },
      { start: '2026-02-28', count: 0 },
      { start: '2026-03-01', count: 2 },
    ],
  });
  expect(countsOverTime({})).toEqual({ unit: 'day', spans: [] });
});

test('more than three months are grouped by month', () => {
  const { unit, spans } = countsOverTime({ '2026-05-31': 4, '2026-01-31': 1, '2026-02-01': 2 });
  expect(unit).toBe('month');
  expect(spans).toEqual([
    { start: '2026-01', count: 1 },
    { start: '2026-02', count: 2 },
    { start: '2026-03', count: 0 },
    { start: '2026-04', count: 0 },
    { start: '2026-05', count: 4 },
  ]);
});
