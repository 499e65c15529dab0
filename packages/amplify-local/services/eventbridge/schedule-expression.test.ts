import { expect, test } from 'vitest';
import { scheduleFrom } from './schedule-expression.ts';

/** The minutes of a day in which it runs, as `hh:mm`. */
function timesOf(expression: string, day = '2026-05-01'): readonly string[] {
  const runs = scheduleFrom(expression);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return Array.from({ length: 24 * 60 }, (_, elapsed) => elapsed)
    .filter((elapsed) => runs(new Date(midnight + elapsed * 60_000), elapsed))
    .map((elapsed) => new Date(midnight + elapsed * 60_000).toISOString().slice(11, 16));
}

test.each<[string, readonly string[]]>([
  ['rate(12 hours)', ['00:00', '12:00']],
  ['rate(1 day)', ['00:00']],
  ['cron(17 3 * * ? *)', ['03:17']],
  ['cron(0,30 9-10 * * ? *)', ['09:00', '09:30', '10:00', '10:30']],
  ['cron(0/20 23 ? * * *)', ['23:00', '23:20', '23:40']],
  ['cron(0 12 1 5 ? 2026)', ['12:00']],
  ['cron(0 12 2 * ? *)', []],
  // 1 May 2026 is a Friday, the sixth day.
  ['cron(0 12 ? * 6 *)', ['12:00']],
  ['cron(0 12 ? * 2-5 *)', []],
])('%s', (expression, times) => {
  expect(timesOf(expression)).toEqual(times);
});

test('rate(1 minute) is every minute', () => {
  expect(timesOf('rate(1 minute)')).toHaveLength(24 * 60);
});

test.each([
  'rate(1 minutes)',
  'rate(5 minute)',
  'rate(0 minutes)',
  'rate(1 week)',
  'cron(0 12 * * * *)',
  'cron(0 12 * * ?)',
  'cron(61 12 * * ? *)',
  'cron(0 12 L * ? *)',
  'cron(0 12 ? * MON *)',
  'every minute',
])('%s is refused', (expression) => {
  expect(() => scheduleFrom(expression)).toThrow('is not supported locally');
});
