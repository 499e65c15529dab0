import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '#core/values/result.ts';
import { createDatabase } from '../device/device-database.ts';
import { createVault } from '../device/vault.ts';
import { createFakeLocks } from '../testing/fake-locks.ts';
import { createOutbox } from './create-outbox.ts';
import { createDeliveryQueue } from './delivery/delivery-queue.ts';
import type { ChangeStore } from './changes/change-store.ts';
import { createChangeStore } from './changes/change-store.ts';
import { sampleChange, sampleApiEntry } from '../testing/sample-changes.ts';
import { flushOnTriggers } from './flush-triggers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const author = 'mickey-1';
const now = () => Date.now();

/** A tab whose requests take so many milliseconds. */
function openTab(deliveryTakes: number) {
  const database = createDatabase(`triggers-${crypto.randomUUID()}`);
  const changeStore = createChangeStore({ database, vault: createVault(database) });
  const fixture = { reads: 0, isBroken: false, sent: 0 };
  const counted: ChangeStore = {
    ...changeStore,
    of(author) {
      fixture.reads += 1;
      return fixture.isBroken ? Promise.reject(new Error('broken')) : changeStore.of(author);
    },
  };
  const deliveryQueue = createDeliveryQueue({
    changeStore: counted,
    locks: createFakeLocks(),
    tokens: { token: async () => ok({ token: 't', person: { username: author, email: '' } }) },
    async deliver() {
      fixture.sent += 1;
      await new Promise((resolve) => setTimeout(resolve, deliveryTakes));
      return ok(sampleApiEntry());
    },
    read: async () => ok(sampleApiEntry()),
    now,
    random: () => 0,
    onChange: () => void outbox.reread(),
  });
  const session = { person: () => ({ username: author, email: '' }) };
  const outbox = createOutbox({
    changeStore: counted,
    deliveryQueue,
    session,
    outboxFiles: () => Promise.reject(new Error('Not here.')),
    newId: () => crypto.randomUUID(),
    now,
    announce: () => undefined,
    adoptOnServer: async () => false,
    forgetDeviceKey: async () => undefined,
    flushDrafts: async () => undefined,
    openLinks: () => expect.fail('Nobody is invited.'),
  });
  const nobody = { addEventListener: () => undefined };
  const start = () =>
    flushOnTriggers({
      outbox,
      session: { subscribe: () => () => undefined, reread: () => undefined },
      window: { ...nobody, document },
      others: nobody,
    });
  return { outbox, changeStore, fixture, start };
}

const reallyWait = globalThis.setTimeout;

/** Lets time pass. The database and encryption ignore fake time, so they get a moment each time. */
async function pass(seconds: number, isEnough = () => false) {
  for (let turn = 0; turn < seconds * 4 && !isEnough(); turn += 1) {
    await vi.advanceTimersByTimeAsync(250);
    await new Promise((resolve) => reallyWait(resolve, 2));
  }
}

test('one delivery of fifteen seconds after a pause reads the disk fewer than ten times', async () => {
  const { outbox, changeStore, fixture, start } = openTab(15_000);
  await changeStore.update(author, sampleChange().entry, () => [sampleChange()]);
  await changeStore.setBackoff(author, { failures: 1, retryAt: now() + 30_000 });
  start();
  await pass(10, () => outbox.view().lastFlush?.is === 'paused');
  expect(outbox.view().lastFlush).toMatchObject({ is: 'paused' });
  fixture.reads = 0;
  await pass(60, () => outbox.view().lastFlush?.is === 'done');
  expect(outbox.view().lastFlush).toEqual({ is: 'done' });
  expect(fixture.sent).toBe(1);
  expect(fixture.reads).toBeLessThan(10);
});

test('a failing disk is read again by itself, and waiting changes are sent once it answers', async () => {
  const { outbox, changeStore, fixture, start } = openTab(0);
  await changeStore.update(author, sampleChange().entry, () => [sampleChange()]);
  fixture.isBroken = true;
  start();
  await pass(30);
  expect(outbox.view()).toMatchObject({ isUnread: true });
  expect(fixture.reads).toBeGreaterThan(3);
  expect(fixture.reads).toBeLessThan(15);
  fixture.isBroken = false;
  await pass(60, () => outbox.view().lastFlush?.is === 'done');
  expect(outbox.view()).toMatchObject({ isUnread: false, lastFlush: { is: 'done' } });
  expect(fixture.sent).toBe(1);
});
