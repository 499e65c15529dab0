import { expect, test } from 'vitest';
import { err } from '#core/result.ts';
import { ride } from '#forms/ride.ts';
import { createOutbox } from './create-outbox.ts';
import { nobody, type Parcel } from './parcel.ts';
import type { Parcels } from './parcels.ts';
import { rested } from './rested.ts';
import { entry, parcel } from './sample-parcels.ts';

const person = { username: 'mickey-1', email: 'mickey@example.com' };
const saved = parcel();
const changed = parcel({ answers: { fname: 'Minnie' } });

function openOutbox(parcels: Partial<Parcels>) {
  return createOutbox({
    parcels: {
      of: async () => [],
      change: async () => [],
      claim: async () => undefined,
      note: async () => [],
      queue: async () => rested,
      setQueue: async () => undefined,
      isHalfTyped: async () => false,
      forget: async () => undefined,
      forgetSent: async () => undefined,
      ...parcels,
    },
    drainer: {
      drain: async () => ({ is: 'done' }),
      whileNothingLeaves: () => Promise.reject(new Error('Not here.')),
    },
    session: { person: () => person },
    newId: () => entry,
    now: () => 0,
    announce: () => undefined,
  });
}

test('what was read first and unsealed last is not shown over what was read since', async () => {
  const readings: ((parcels: readonly Parcel[]) => void)[] = [];
  const outbox = openOutbox({
    of: async (author) =>
      author === nobody ? [] : new Promise((resolve) => readings.push(resolve)),
  });
  const both = [outbox.reread(), outbox.reread()];
  readings[1]?.([changed]);
  await both[1];
  readings[0]?.([saved]);
  await both[0];
  expect(outbox.view().parcels).toEqual([changed]);
});

test('carried away as it is on the disk, whatever the page still shows', async () => {
  const outbox = openOutbox({ change: async (_author, _entry, step) => step([changed]) });
  expect(await outbox.takeOut([saved])).toContain('Minnie');
});

test('carried away without room on the device, as the page shows it', async () => {
  const outbox = openOutbox({ change: () => Promise.reject(new Error('QuotaExceeded')) });
  expect(await outbox.takeOut([saved])).toContain('Mickey');
});

const failing = () => Promise.reject(new DOMException('lost', 'UnknownError'));

test('an outbox that could not be read is not an empty one, until it can be', async () => {
  let of: Parcels['of'] = failing;
  const outbox = openOutbox({ of: (author) => of(author) });
  await outbox.reread();
  expect(outbox.view()).toMatchObject({ parcels: undefined, isUnread: true });
  of = async () => [saved];
  await outbox.reread();
  expect(outbox.view()).toMatchObject({ parcels: [saved], isUnread: false });
  of = failing;
  await outbox.reread();
  expect(outbox.view()).toMatchObject({ parcels: [saved], isUnread: true });
});

test('a disk that fails is not a full one, and the page is told', async () => {
  let error = new DOMException('full', 'QuotaExceededError');
  const outbox = openOutbox({ change: () => Promise.reject(error) });
  expect(await outbox.withdraw(ride, { id: entry })).toEqual(err('no-room'));
  expect(outbox.view().isUnread).toBe(false);
  error = new DOMException('lost', 'UnknownError');
  expect(await outbox.withdraw(ride, { id: entry })).toEqual(err('no-answer'));
  expect(outbox.view().isUnread).toBe(true);
});
