import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysIn } from './days-in-zone.ts';
import { instantInZone } from './instant-in-zone.ts';
import { allZones } from './zones.ts';

test.each([
  ['Asia/Tokyo', '2026-11-26T08:18:00.000+09:00'],
  ['America/St_Johns', '2026-11-25T19:48:00.000-03:30'],
  ['Etc/GMT+12', '2026-11-25T11:18:00.000-12:00'],
  ['Pacific/Kiritimati', '2026-11-26T13:18:00.000+14:00'],
  ['Europe/London', '2026-11-25T23:18:00.000+00:00'],
  ['UTC', '2026-11-25T23:18:00.000Z'],
])('in %s it is %s', (zone, text) => {
  expect(instantInZone('2026-11-25T23:18:00.000Z', zone)).toBe(text);
});

test('whatever the zone, it is the same instant, on the day that the table shows', () => {
  const time = fc.date({
    min: new Date('2012-01-01'),
    max: new Date('2037-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(fc.constantFrom(...allZones()), time, (zone, time) => {
      const at = time.toISOString();
      const text = instantInZone(at, zone);
      expect(Date.parse(text)).toBe(time.getTime());
      expect(text.slice(0, 10)).toBe(daysIn(zone)(at));
    }),
    { numRuns: 500 },
  );
});
