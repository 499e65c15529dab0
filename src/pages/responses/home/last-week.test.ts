import { expect, test } from 'vitest';
import { lastWeekOf } from './last-week.ts';

const now = Date.parse('2026-11-26T12:00:00Z');
const summary = (days: Record<string, number>, complete = true) => ({
  form: 'visit',
  count: 0,
  complete,
  days,
  fields: {},
});

test('the last seven days end today, and days without responses count as none', () => {
  const days = { '2026-11-26': 4, '2026-11-20': 1, '2026-11-19': 9 };
  expect(lastWeekOf(summary(days), now)).toEqual({
    counts: [1, 0, 0, 0, 0, 0, 4],
    total: 5,
    isAtLeast: false,
  });
});

test('if the summary does not reach back seven days, there may be more', () => {
  expect(lastWeekOf(summary({ '2026-11-26': 9000, '2026-11-25': 1000 }, false), now)).toMatchObject(
    {
      total: 10_000,
      isAtLeast: true,
    },
  );
  expect(lastWeekOf(summary({ '2026-11-26': 1, '2026-10-25': 9999 }, false), now)).toMatchObject({
    total: 1,
    isAtLeast: false,
  });
});
