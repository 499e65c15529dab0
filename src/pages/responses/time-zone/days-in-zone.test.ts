import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countDays, daysIn, instantsOf } from './days-in-zone.ts';
import { allZones, deviceZone, zoneNamed } from './zones.ts';

/** Another way to know it: the local time of Intl, as Swedish writes it. */
function localTime(zone: string, time: number): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(time);
}

const extremes = [
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Africa/Cairo',
  'America/Havana',
  'America/Santiago',
  'Asia/Beirut',
  'Europe/Berlin',
];
const zone = fc.oneof(fc.constantFrom(...extremes), fc.constantFrom(...allZones()));
const time = fc
  .date({ min: new Date('2012-01-01'), max: new Date('2037-12-31'), noInvalidDate: true })
  .map((it) => it.getTime());

test('an instant is on the day that a clock in the zone shows, and within that day’s instants', () => {
  fc.assert(
    fc.property(zone, time, (zone, time) => {
      const at = new Date(time).toISOString();
      const day = daysIn(zone)(at);
      expect(day).toBe(localTime(zone, time).slice(0, 10));
      const { from = '', to = '' } = instantsOf({ from: day, to: day }, zone);
      // The API has days of UTC as they are.
      expect(at >= from && at <= (to.length === 10 ? `${to}~` : to)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('the days of a zone follow each other without a gap, around every change of its clocks', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...extremes),
      fc.integer({ min: 2020, max: 2036 }),
      (zone, year) => {
        let before = instantsOf({ to: `${year - 1}-12-31` }, zone).to ?? '';
        for (let i = 0; i < 366; i += 1) {
          const day = new Date(Date.UTC(year, 0, 1 + i)).toISOString().slice(0, 10);
          const { from = '', to = '' } = instantsOf({ from: day, to: day }, zone);
          expect(Date.parse(from)).toBe(Date.parse(before) + 1);
          before = to;
        }
      },
    ),
    { numRuns: 5 },
  );
});

test.each([
  // Clocks are set forward at two, so this day has 23 hours.
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
  ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
  // It begins at one o'clock.
  ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z', '2026-04-24T20:59:59.999Z'],
  ['Pacific/Kiritimati', '2026-11-27', '2026-11-26T10:00:00.000Z', '2026-11-27T09:59:59.999Z'],
  ['Etc/GMT+12', '2026-11-27', '2026-11-27T12:00:00.000Z', '2026-11-28T11:59:59.999Z'],
  // Samoa crossed the date line: nothing is on the 30th.
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', '2011-12-30T09:59:59.999Z'],
])('in %s the day %s is from %s to %s', (zone, day, from, to) => {
  expect(instantsOf({ from: day, to: day }, zone)).toEqual({ from, to });
});

test('days of UTC are sent as they are', () => {
  expect(instantsOf({ from: '2026-11-26' }, 'UTC')).toEqual({ from: '2026-11-26' });
});

test('a response of the evening is counted on the next day further east', () => {
  const instants = ['2026-11-25T23:18:00.000Z', '2026-11-25T09:00:00.000Z'];
  expect(countDays(instants, 'Asia/Tokyo')).toEqual({ '2026-11-26': 1, '2026-11-25': 1 });
  expect(countDays(instants, 'UTC')).toEqual({ '2026-11-25': 2 });
});

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['Etc/UTC', 'UTC'],
  ['+05:30', undefined],
  ['Nowhere/Land', undefined],
  ['', undefined],
])('the zone %j is %j', (name, zone) => {
  expect(zoneNamed(name)).toBe(zone);
});

test('the zone of the device can be chosen', () => {
  expect(allZones()).toContain(deviceZone());
});
