import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '#core/values/id.ts';
import { err } from '#core/values/result.ts';
import { createApiCaller } from '../../src/cloud/api/api-caller.ts';
import { createApiClient } from '../../src/cloud/api/api-client.ts';
import { createWithoutAccount } from '../../src/cloud/api/headers-without-account.ts';
import { createDatabase } from '../../src/device/device-database.ts';
import { createVault } from '../../src/device/vault.ts';
import { createChangeStore } from '../../src/outbox/changes/change-store.ts';
import { isUndelivered, type QueuedChange } from '../../src/outbox/changes/queued-change.ts';
import { createOutbox } from '../../src/outbox/create-outbox.ts';
import { createDeliver, type Deliver } from '../../src/outbox/delivery/deliver.ts';
import { createDeliveryQueue } from '../../src/outbox/delivery/delivery-queue.ts';
import { createFakeLocks } from '../../src/testing/fake-locks.ts';
import { solvedPuzzle } from '../../tools/testing/solved-puzzle.ts';
import { workshop } from './workshop.ts';

/** A device without an account, with the app's own outbox. */
export type BookingDevice = {
  /** The id of its entry. */
  readonly entry: string;
  /** The statuses of entries that the server answered with, in order: what this device was told is stored. */
  readonly acknowledged: readonly string[];
  /** Saves the entry on the device, and solves its puzzle. Nothing is sent. */
  prepare(): Promise<void>;
  /** Sends until everything is delivered, or refused for good. */
  send(): Promise<void>;
  withdraw(): Promise<void>;
  /** What somebody does whose entry was refused, and who hopes that there is a seat by now. */
  tryAgain(): Promise<void>;
  /** Its last change. */
  last(): QueuedChange | undefined;
};

/** Milliseconds after which a device that still waits is an error. */
const longest = 240_000;

export function createBookingDevice(apiUrl: string, number: number): BookingDevice {
  const entry = makeId();
  const acknowledged: string[] = [];
  let isOnline = false;
  let shield = '';
  const database = createDatabase(`device ${number} ${entry}`);
  const vault = createVault(database);
  const { deviceKey, forgetDeviceKey } = vault;
  const changeStore = createChangeStore({ database, vault });
  const nobodysTokens = {
    person: () => undefined,
    token: async () => err('signed-out' as const),
    expire: async () => undefined,
  };
  const caller = createApiCaller({
    endpoint: apiUrl,
    fetch: (...request) =>
      isOnline ? fetch(...request) : Promise.reject(new TypeError('No network')),
    tokens: nobodysTokens,
    withoutAccount: createWithoutAccount({ deviceKey }),
  });
  const deliver = createDeliver(caller, async () => shield);
  const recorded: Deliver = async (change) => {
    const answer = await deliver(change);
    if (answer.ok && change.kind === 'submit') acknowledged.push(change.entry);
    return answer;
  };
  const deliveryQueue = createDeliveryQueue({
    changeStore,
    tokens: nobodysTokens,
    deliver: recorded,
    read: createApiClient(caller).read,
    locks: createFakeLocks(),
    now: Date.now,
    random: Math.random,
    onChange: () => undefined,
  });
  const outbox = createOutbox({
    changeStore,
    deliveryQueue,
    session: nobodysTokens,
    outboxFiles: () => Promise.reject(new Error('Nobody exports anything here.')),
    newId: makeId,
    now: Date.now,
    announce: () => undefined,
    adoptOnServer: async () => false,
    forgetDeviceKey,
    flushDrafts: async () => undefined,
    openLinks: () => Promise.reject(new Error('Nobody is invited.')),
  });
  const changes = () => outbox.view().changes ?? [];

  return {
    entry,
    acknowledged,
    async prepare() {
      const answers = { name: `Person ${number}` };
      const saved = await outbox.submit(workshop, { id: entry, answers });
      if (!saved.ok) throw new Error(`The outbox has stored nothing: ${saved.problem}`);
      shield = solvedPuzzle({ form: workshop.id, entry, deviceKey: await deviceKey() });
      await outbox.flush();
    },
    async send() {
      isOnline = true;
      const deadline = performance.now() + longest;
      for (;;) {
        await outbox.flush({ force: true });
        if (changes().every(isSettled)) return;
        if (performance.now() > deadline) throw new Error(`Device ${number} still waits.`);
        await wait(50 + 200 * Math.random());
      }
    },
    async withdraw() {
      await outbox.withdraw(workshop, { id: entry });
    },
    async tryAgain() {
      isOnline = false;
      const refused = changes().find((it) => it.status.is === 'attention');
      if (refused) await outbox.tryAgain(refused);
    },
    last: () => changes().at(-1),
  };
}

function isSettled(change: QueuedChange): boolean {
  return !isUndelivered(change) || change.status.is === 'attention';
}

function makeId(): string {
  return newId({ now: Date.now(), random: randomBytes(10) });
}
