import { expect, test } from 'vitest';
import { createOutbox } from './create-outbox.ts';
import { unsent, type Parcel } from './parcel.ts';
import type { Parcels } from './parcels.ts';
import { rested } from './queue.ts';

const person = { username: 'mickey-1', email: 'mickey@example.com' };
const parcel: Parcel = {
  id: '019a0000-0000-7000-8000-00000000000a',
  does: 'submit',
  entry: '019a0000-0000-7000-8000-00000000000a',
  form: 'pwausers',
  formVersion: 1,
  author: person.username,
  answers: { fname: 'Mickey' },
  savedAt: '2026-11-20T09:41:00.000Z',
  stand: unsent,
};
const changed: Parcel = { ...parcel, answers: { fname: 'Minnie' } };

function openOutbox(parcels: Partial<Parcels>) {
  return createOutbox({
    parcels: {
      of: async () => [],
      change: async () => [],
      queue: async () => rested,
      setQueue: async () => undefined,
      forget: async () => undefined,
      ...parcels,
    },
    drainer: { drain: async () => ({ is: 'done' }) },
    session: { person: () => person, subscribe: () => () => undefined },
    newId: () => parcel.id,
    now: () => 0,
    announce: () => undefined,
  });
}

test('what was read first and unsealed last is not shown over what was read since', async () => {
  const readings: ((parcels: readonly Parcel[]) => void)[] = [];
  const outbox = openOutbox({ of: () => new Promise((resolve) => readings.push(resolve)) });
  const both = [outbox.reread(), outbox.reread()];
  readings[1]?.([changed]);
  await both[1];
  readings[0]?.([parcel]);
  await both[0];
  expect(outbox.view().parcels).toEqual([changed]);
});

test('carried away as it is on the disk, whatever the page still shows', async () => {
  const outbox = openOutbox({ change: async (_author, _entry, step) => step([changed]) });
  expect(await outbox.takeOut([parcel])).toContain('Minnie');
});

test('carried away without room on the device, as the page shows it', async () => {
  const outbox = openOutbox({ change: () => Promise.reject(new Error('QuotaExceeded')) });
  expect(await outbox.takeOut([parcel])).toContain('Mickey');
});
