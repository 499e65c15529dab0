import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '#core/result.ts';
import { createDatabase } from '../device/database.ts';
import { createVault } from '../device/vault.ts';
import { createFakeLocks } from '../fake-world.tsx';
import { createOutbox } from './create-outbox.ts';
import { createDrainer } from './drainer.ts';
import type { Parcels } from './parcels.ts';
import { createParcels } from './parcels.ts';
import { parcel, told } from './sample-parcels.ts';
import { drainWhenWorthwhile } from './triggers.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => void vi.useRealTimers());

const author = 'mickey-1';
const now = () => Date.now();

/** A tab whose deliveries take so many milliseconds. */
function openTab(deliveryTakes: number) {
  const database = createDatabase(`triggers-${crypto.randomUUID()}`);
  const parcels = createParcels({ database, vault: createVault(database) });
  const world = { reads: 0, isBroken: false, sent: 0 };
  const counted: Parcels = {
    ...parcels,
    of(asked) {
      world.reads += 1;
      return world.isBroken ? Promise.reject(new Error('broken')) : parcels.of(asked);
    },
  };
  const drainer = createDrainer({
    parcels: counted,
    locks: createFakeLocks(),
    tokens: { token: async () => ok({ token: 't', person: { username: author, email: '' } }) },
    async deliver() {
      world.sent += 1;
      await new Promise((resolve) => setTimeout(resolve, deliveryTakes));
      return ok(told());
    },
    read: async () => ok(told()),
    now,
    random: () => 0,
    onChange: () => void outbox.reread(),
  });
  const session = { person: () => ({ username: author, email: '' }) };
  const outbox = createOutbox({
    parcels: counted,
    drainer,
    session,
    newId: () => crypto.randomUUID(),
    now,
    announce: () => undefined,
  });
  const nobody = { addEventListener: () => undefined };
  const start = () =>
    drainWhenWorthwhile({
      outbox,
      session: { subscribe: () => () => undefined, reread: () => undefined },
      window: { ...nobody, document },
      others: nobody,
    });
  return { outbox, parcels, world, start };
}

const reallyWait = globalThis.setTimeout;

/** Lets time pass, of which the database and its seals know nothing: they have a moment each time. */
async function pass(seconds: number, isEnough = () => false) {
  for (let turn = 0; turn < seconds * 4 && !isEnough(); turn += 1) {
    await vi.advanceTimersByTimeAsync(250);
    await new Promise((resolve) => reallyWait(resolve, 2));
  }
}

test('one delivery of fifteen seconds, after a pause, reads the disk fewer than ten times', async () => {
  const { outbox, parcels, world, start } = openTab(15_000);
  await parcels.change(author, parcel().entry, () => [parcel()]);
  await parcels.setQueue(author, { failures: 1, restsUntil: now() + 30_000 });
  start();
  await pass(10, () => outbox.view().drained?.is === 'rest');
  expect(outbox.view().drained).toMatchObject({ is: 'rest' });
  world.reads = 0;
  await pass(60, () => outbox.view().drained?.is === 'done');
  expect(outbox.view().drained).toEqual({ is: 'done' });
  expect(world.sent).toBe(1);
  expect(world.reads).toBeLessThan(10);
});

test('a disk that fails is asked again by itself, and what waits there leaves once it answers', async () => {
  const { outbox, parcels, world, start } = openTab(0);
  await parcels.change(author, parcel().entry, () => [parcel()]);
  world.isBroken = true;
  start();
  await pass(30);
  expect(outbox.view()).toMatchObject({ isUnread: true });
  expect(world.reads).toBeGreaterThan(3);
  expect(world.reads).toBeLessThan(15);
  world.isBroken = false;
  await pass(60, () => outbox.view().drained?.is === 'done');
  expect(outbox.view()).toMatchObject({ isUnread: false, drained: { is: 'done' } });
  expect(world.sent).toBe(1);
});
