import fc from 'fast-check';
import { expect, test } from 'vitest';
import { latestDigestDay } from './digest-period.ts';

const dayAt = (at: string, timeZone?: string, digest: 'daily' | 'weekly' = 'daily') =>
  latestDigestDay({ digest, ...(timeZone !== undefined && { timeZone }) }, new Date(at));

test('a daily digest is due at seven in the morning', () => {
  expect(dayAt('2026-11-27T06:59:59Z')).toBe('2026-11-26');
  expect(dayAt('2026-11-27T07:00:00Z')).toBe('2026-11-27');
  expect(dayAt('2026-11-27T23:59:59Z')).toBe('2026-11-27');
});

test('by the clock of the owners’ zone, whose day may be another', () => {
  expect(dayAt('2026-11-26T22:00:00Z', 'Asia/Tokyo')).toBe('2026-11-27');
  expect(dayAt('2026-11-27T05:59:00Z', 'Europe/Berlin')).toBe('2026-11-26');
  expect(dayAt('2026-11-27T06:00:00Z', 'Europe/Berlin')).toBe('2026-11-27');
  expect(dayAt('2026-11-27T14:59:00Z', 'America/Los_Angeles')).toBe('2026-11-26');
});

test('also in the nights in which the clock is changed', () => {
  expect(dayAt('2026-03-29T04:59:00Z', 'Europe/Berlin')).toBe('2026-03-28');
  expect(dayAt('2026-03-29T05:00:00Z', 'Europe/Berlin')).toBe('2026-03-29');
  expect(dayAt('2026-10-25T06:00:00Z', 'Europe/Berlin')).toBe('2026-10-25');
});

test('a weekly one is due on Mondays', () => {
  expect(dayAt('2026-11-30T06:59:00Z', 'UTC', 'weekly')).toBe('2026-11-23');
  expect(dayAt('2026-11-30T07:00:00Z', 'UTC', 'weekly')).toBe('2026-11-30');
  expect(dayAt('2026-12-06T20:00:00Z', 'UTC', 'weekly')).toBe('2026-11-30');
});

test('it never goes back, and each is due for a day, or a week', () => {
  const zones = ['UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Apia', 'America/St_Johns'];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom('daily' as const, 'weekly' as const),
      fc.date({ min: new Date('2025-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
      (timeZone, digest, now) => {
        const days = digest === 'daily' ? 1 : 7;
        const [before, next] = [now, new Date(now.getTime() + days * 24 * 3600 * 1000)].map((it) =>
          Date.parse(latestDigestDay({ digest, timeZone }, it)),
        );
        const passed = ((next ?? 0) - (before ?? 0)) / (24 * 3600 * 1000);
        // An hour more or less when the clock is changed may be one digest more or less.
        expect(passed % days).toBe(0);
        expect(passed).toBeGreaterThanOrEqual(0);
        expect(passed).toBeLessThanOrEqual(2 * days);
      },
    ),
  );
});
