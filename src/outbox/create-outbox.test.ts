import { expect, test } from 'vitest';
import { createOutbox } from './create-outbox.ts';
import type { Parcel } from './parcel.ts';
import type { Parcels } from './parcels.ts';
import { rested } from './queue.ts';
import { entry, parcel } from './sample-parcels.ts';

const person = { username: 'mickey-1', email: 'mickey@example.com' };
const saved = parcel();
const changed = parcel({ answers: { fname: 'Minnie' } });

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
  const outbox = openOutbox({ of: () => new Promise((resolve) => readings.push(resolve)) });
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
