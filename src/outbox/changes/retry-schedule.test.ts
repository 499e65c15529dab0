import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterFailure, nextStep } from './retry-schedule.ts';
import { idleBackoff } from './backoff.ts';
import {
  delivered,
  entry,
  sampleChange,
  refused,
  revision,
  sending,
  unknown,
} from '../../testing/sample-changes.ts';

const now = Date.parse('2026-11-20T09:41:00.000Z');
const other = sampleChange({ id: 'other', entry: 'other' });

test('an outbox without undelivered changes is done', () => {
  expect(nextStep([], idleBackoff, now)).toEqual({ is: 'done' });
  expect(nextStep([sampleChange({ status: delivered() })], idleBackoff, now)).toEqual({
    is: 'done',
  });
});

test('the oldest change is sent first, also after the tab that was sending it died', () => {
  for (const status of [unknown, sending]) {
    const first = sampleChange({ status });
    expect(nextStep([first, other], idleBackoff, now)).toEqual({ is: 'send', change: first });
  }
});

test('a change that needs attention blocks changes to its own entry only', () => {
  const refusedChange = sampleChange({ status: refused() });
  const behind = revision({ fname: 'M' });
  expect(nextStep([refusedChange, behind], idleBackoff, now)).toEqual({ is: 'done' });
  expect(nextStep([refusedChange, behind, other], idleBackoff, now)).toEqual({
    is: 'send',
    change: other,
  });
});

test('nothing is sent during a pause, but afterwards', () => {
  const backoff = { failures: 1, retryAt: now + 500 };
  expect(nextStep([sampleChange()], backoff, now)).toEqual({ is: 'paused', until: now + 500 });
  expect(nextStep([sampleChange()], backoff, now + 500).is).toBe('send');
  expect(nextStep([], backoff, now)).toEqual({ is: 'done' });
});

test('setting the clock back does not make a pause last for years', () => {
  const tenYears = 10 * 365 * 24 * 3600 * 1000;
  expect(nextStep([sampleChange()], { failures: 1, retryAt: now }, now - tenYears).is).toBe('send');
});

test.each([
  [0, 1000],
  [1, 2000],
  [5, 32_000],
  [9, 300_000],
  [1000, 300_000],
])('after %i failures the pause is at most %i ms, by chance less', (failures, most) => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
      const after = afterFailure({ failures, retryAt: 0 }, undefined, { now, random });
      expect(after.failures).toBe(failures + 1);
      expect(after.retryAt).toBeGreaterThanOrEqual(now);
      expect(after.retryAt).toBeLessThanOrEqual(now + most);
    }),
  );
});

test('Retry-After is respected up to a limit', () => {
  const source = { now, random: 0 };
  expect(afterFailure(idleBackoff, 90_000, source).retryAt).toBe(now + 90_000);
  expect(afterFailure(idleBackoff, 1e12, source).retryAt).toBe(now + 3_600_000);
});

test('the next change is always a waiting one, whatever is in the outbox', () => {
  const statuses = fc.constantFrom(unknown, sending, delivered(), refused());
  const some = fc.array(fc.record({ entry: fc.constantFrom('a', 'b', entry), status: statuses }));
  fc.assert(
    fc.property(some, (those) => {
      const changes = those.map((it, i) => sampleChange({ ...it, id: String(i) }));
      const todo = nextStep(changes, idleBackoff, now);
      const blocked = (id: string) =>
        changes.some((it, i) => it.entry === id && it.status.is === 'attention' && i >= 0);
      if (todo.is === 'send') expect(['waiting', 'sending']).toContain(todo.change.status.is);
      else
        for (const it of changes)
          if (['waiting', 'sending'].includes(it.status.is)) expect(blocked(it.entry)).toBe(true);
    }),
  );
});
