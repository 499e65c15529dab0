import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterFailure, next } from './queue.ts';
import { rested } from './rested.ts';
import { delivered, entry, parcel, refused, revision, sending, unknown } from './sample-parcels.ts';

const now = Date.parse('2026-11-20T09:41:00.000Z');
const other = parcel({ id: 'other', entry: 'other' });

test('an empty outbox, or one of delivered parcels only, is done', () => {
  expect(next([], rested, now)).toEqual({ is: 'done' });
  expect(next([parcel({ stand: delivered() })], rested, now)).toEqual({ is: 'done' });
});

test('the parcel that was saved first goes first, also after the tab that was sending it died', () => {
  for (const stand of [unknown, sending]) {
    const first = parcel({ stand });
    expect(next([first, other], rested, now)).toEqual({ is: 'send', parcel: first });
  }
});

test('what needs attention holds back the changes to its own entry, and nothing else', () => {
  const stuck = parcel({ stand: refused() });
  const behind = revision({ fname: 'M' });
  expect(next([stuck, behind], rested, now)).toEqual({ is: 'done' });
  expect(next([stuck, behind, other], rested, now)).toEqual({ is: 'send', parcel: other });
});

test('while the queue rests nothing leaves, and afterwards it does', () => {
  const queue = { failures: 1, restsUntil: now + 500 };
  expect(next([parcel()], queue, now)).toEqual({ is: 'rest', until: now + 500 });
  expect(next([parcel()], queue, now + 500).is).toBe('send');
  expect(next([], queue, now)).toEqual({ is: 'done' });
});

test('a clock that was put back does not make a pause of years', () => {
  const tenYears = 10 * 365 * 24 * 3600 * 1000;
  expect(next([parcel()], { failures: 1, restsUntil: now }, now - tenYears).is).toBe('send');
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
      const after = afterFailure({ failures, restsUntil: 0 }, undefined, { now, random });
      expect(after.failures).toBe(failures + 1);
      expect(after.restsUntil).toBeGreaterThanOrEqual(now);
      expect(after.restsUntil).toBeLessThanOrEqual(now + most);
    }),
  );
});

test('a server that asks for more time gets it, but not for ever', () => {
  const source = { now, random: 0 };
  expect(afterFailure(rested, 90_000, source).restsUntil).toBe(now + 90_000);
  expect(afterFailure(rested, 1e12, source).restsUntil).toBe(now + 3_600_000);
});

test('the parcel that leaves is one of the waiting, whatever the outbox holds', () => {
  const stands = fc.constantFrom(unknown, sending, delivered(), refused());
  const some = fc.array(fc.record({ entry: fc.constantFrom('a', 'b', entry), stand: stands }));
  fc.assert(
    fc.property(some, (those) => {
      const parcels = those.map((it, i) => parcel({ ...it, id: String(i) }));
      const todo = next(parcels, rested, now);
      const blocked = (id: string) =>
        parcels.some((it, i) => it.entry === id && it.stand.is === 'attention' && i >= 0);
      if (todo.is === 'send') expect(['waiting', 'sending']).toContain(todo.parcel.stand.is);
      else
        for (const it of parcels)
          if (['waiting', 'sending'].includes(it.stand.is)) expect(blocked(it.entry)).toBe(true);
    }),
  );
});
