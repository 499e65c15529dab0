import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextStep } from './event-retries.ts';

const hour = 3600_000;
const begin = Date.parse('2026-05-01T12:00:00Z');

/** The hours at which an event is tried whose receiver never answers. */
function attempts(random: () => number, wait = 0): readonly number[] {
  const hours: number[] = [];
  let now = begin;
  for (;;) {
    hours.push((now - begin) / hour);
    const failed = { attempts: hours.length, queuedAt: new Date(begin).toISOString(), wait };
    const step = nextStep(failed, { now: new Date(now), random: random() });
    if (step.is === 'dead') return hours;
    now = step.at.getTime();
  }
}

test('an event is tried ten times, with growing pauses, for three days', () => {
  const hours = attempts(() => 0);
  expect(hours).toHaveLength(10);
  expect(hours.at(-1)).toBeCloseTo(75.6);
});

test('whatever is drawn, each pause is longer than the one before, and the last attempt is after 3 to 4 days', () =>
  fc.assert(
    fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (draws) => {
      const hours = attempts(() => Number(draws.next().value));
      const pauses = hours.slice(1).map((it, i) => it - (hours[i] ?? 0));
      for (const [i, pause] of pauses.slice(1).entries())
        expect(pause).toBeGreaterThan((pauses[i] ?? 0) * 0.99);
      expect(hours.at(-1)).toBeGreaterThan(72);
      expect(hours.at(-1)).toBeLessThan(96);
    }),
  ));

test('a receiver that asks to wait is left in peace, but for a day at most', () => {
  const [, second] = attempts(() => 0, 2 * hour);
  expect(second).toBe(2);
  const [, later] = attempts(() => 0, 1000 * hour);
  expect(later).toBe(24);
});

test('an event that waited a week for earlier ones is tried once', () => {
  const failed = { attempts: 1, queuedAt: new Date(begin).toISOString() };
  const now = new Date(begin + 7 * 24 * hour + 1);
  expect(nextStep(failed, { now, random: 0 })).toEqual({ is: 'dead' });
});
