import { expect, test } from 'vitest';
import type { Told } from '../cloud/told.ts';
import type { Parcel } from '../outbox/parcel.ts';
import {
  delivered,
  entry,
  parcel,
  refused,
  revision,
  told,
  withdrawal,
} from '../outbox/sample-parcels.ts';
import { ownEntries as ownEntriesSince } from './own-entries.ts';

const since = '2026-11-20T09:00:00.000Z';
const ownEntries = (told: Told[], parcels: Parcel[]) => ownEntriesSince(told, parcels, since);
const only = ([it]: ReturnType<typeof ownEntries>) => it;

test('an entry is as the server told it', () => {
  const known = told(2, { fname: 'Mickey' });
  const [own] = ownEntries([known], []);
  expect(own).toEqual({
    id: entry,
    answers: { fname: 'Mickey' },
    at: '2026-11-20T09:42:00.000Z',
    version: 2,
    isWithdrawn: false,
    told: known,
    last: undefined,
  });
});

test('an entry that waits is among the others, as it was saved', () => {
  const own = only(ownEntries([], [parcel()]));
  expect(own).toMatchObject({ id: entry, at: parcel().savedAt, version: undefined });
});

test('a change that waits, or was refused, is what the person sees', () => {
  for (const change of [revision({ fname: 'M' }), revision({ fname: 'M' }, { stand: refused() })]) {
    const own = only(ownEntries([told(1, { fname: 'Mickey' })], [change]));
    expect(own?.answers).toEqual({ fname: 'M' });
    expect(own?.last).toBe(change);
  }
});

test('a change delivered after the list was fetched is seen, in its version', () => {
  const change = revision({}, { stand: delivered(2, { fname: 'M' }) });
  const own = only(ownEntries([told(1, { fname: 'Mickey' })], [change]));
  expect(own).toMatchObject({ answers: { fname: 'M' }, version: 2 });
});

test('a list fetched after another device’s change is newer than what was delivered from here', () => {
  const change = revision({}, { stand: delivered(2, { fname: 'M' }) });
  expect(only(ownEntries([told(3, { fname: 'X' })], [change]))?.answers).toEqual({ fname: 'X' });
});

test('what was just withdrawn stays in sight, to be undone', () => {
  expect(only(ownEntries([told()], [withdrawal()]))?.isWithdrawn).toBe(true);
});

test('what was withdrawn the last time is gone, unless another device has restored it', () => {
  const before = withdrawal({ stand: delivered() });
  const submission = parcel({ stand: delivered() });
  const later = '2026-11-21T00:00:00.000Z';
  expect(ownEntriesSince([], [submission, before], later)).toEqual([]);
  expect(only(ownEntriesSince([told(3)], [submission, before], later))?.isWithdrawn).toBe(false);
});

test('the newest come first, wherever they are', () => {
  const older = { ...told(), id: 'older', createdAt: '2026-11-01T00:00:00.000Z' };
  const waiting = parcel({ id: 'b', entry: 'b', savedAt: '2026-12-01T00:00:00.000Z' });
  expect(ownEntries([older, told()], [waiting]).map(({ id }) => id)).toEqual(['b', entry, 'older']);
});
