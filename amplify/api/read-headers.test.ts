import { expect, test } from 'vitest';
import { newId } from '#core/values/id.ts';
import { begunOn } from './read-headers.ts';

const entry = newId({
  now: Date.parse('2026-03-31T23:30:00Z'),
  random: Uint8Array.from({ length: 10 }, (_, i) => i),
});

/** The day that is read from a request for this entry, which arrives weeks later; `undefined` if it is refused. */
function dayOf(header?: string, id = entry): string | undefined {
  const headers = new Map(header === undefined ? [] : [['begun-on', header]]);
  const request = { headers } as unknown as Parameters<typeof begunOn>[1];
  const day = begunOn({ now: () => new Date('2026-04-20T12:00:00Z') }, request, id);
  return day.ok ? day.value : undefined;
}

test('without the header, an entry was begun on the day of its id', () => {
  expect(dayOf()).toBe('2026-03-31');
});

test('without the header, and with an id that says no time, it is the day of arrival', () => {
  expect(dayOf(undefined, '3f0e7c1a-1d5b-4a61-9f0a-2f2d6a1d3b11')).toBe('2026-04-20');
});

test.each(['2026-03-30', '2026-03-31', '2026-04-01'])(
  'somewhere on Earth it was %s when the entry was begun',
  (day) => expect(dayOf(day)).toBe(day),
);

test.each([
  '2026-03-29',
  '2026-04-02',
  '2026-03-3',
  '2026-03-31x',
  '',
  '2026-03-30T10',
  '20260331',
])('Begun-On: %s is refused', (day) => expect(dayOf(day)).toBeUndefined());
