import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { err, ok, type Result } from '#core/values/result.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { createDatabase } from '../../device/device-database.ts';
import { createVault } from '../../device/vault.ts';
import { createFakeLocks } from '../../testing/fake-locks.ts';
import { createDeliveryQueue } from './delivery-queue.ts';
import { createChangeStore } from '../changes/change-store.ts';
import { entry, sampleChange, sampleApiEntry } from '../../testing/sample-changes.ts';

afterEach(() => vi.restoreAllMocks());

const author = 'mickey-1';
type Answer = Result<ApiEntry | undefined, ApiFailure>;
const problem: Answer = err({ is: 'refused', code: 'invalid', title: 'No', issues: [] });

/** A device that has stored the waiting changes, and whose disk is full now. */
async function openFull(...answers: Answer[]) {
  const database = createDatabase(`full-${crypto.randomUUID()}`);
  const changeStore = createChangeStore({ database, vault: createVault(database) });
  const sent: string[] = [];
  const fixture = { now: 0 };
  const deliveryQueue = createDeliveryQueue({
    changeStore,
    locks: createFakeLocks(),
    tokens: { token: async () => ok({ token: 't', person: { username: author, email: '' } }) },
    read: async () => ok(sampleApiEntry()),
    async deliver({ id }) {
      sent.push(id);
      return answers.shift() ?? ok({ ...sampleApiEntry(), id });
    },
    now: () => fixture.now,
    random: () => 0.5,
    onChange: () => undefined,
  });
  for (const id of [entry, 'b'])
    await changeStore.update(author, id, (all) => [...all, sampleChange({ id, entry: id })]);
  const puts = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const statuses = async () =>
    (await changeStore.of(author)).map(({ id, status }) => [id, status.is]);
  const onDisk = () => database((it) => it.count('parcels'));
  return {
    changeStore,
    deliveryQueue,
    sent,
    fixture,
    puts,
    statuses,
    onDisk,
  };
}

test('with a full disk each waiting change is sent once, and delivered ones free space', async () => {
  const { deliveryQueue, sent, statuses, onDisk } = await openFull();
  expect(await deliveryQueue.flush(author)).toEqual({ is: 'done' });
  expect(sent).toEqual([entry, 'b']);
  expect(await statuses()).toEqual([
    [entry, 'delivered'],
    ['b', 'delivered'],
  ]);
  expect(await onDisk()).toBe(0);
});

test('with a full disk an attempt is still remembered, and the change is sent again under the same id', async () => {
  const { deliveryQueue, sent, changeStore, fixture } = await openFull(err({ is: 'unreachable' }));
  const flushResult = await deliveryQueue.flush(author);
  expect(flushResult).toMatchObject({ is: 'paused' });
  expect((await changeStore.of(author))[0]?.status).toEqual({ is: 'waiting', attempts: 1 });
  fixture.now = 10_000;
  await deliveryQueue.flush(author);
  expect(sent).toEqual([entry, entry, 'b']);
});

test('with a full disk the queue still pauses after a failure', async () => {
  const nothing = Array.from({ length: 10 }, (): Answer => err({ is: 'unreachable' }));
  const { deliveryQueue, sent } = await openFull(...nothing);
  for (let turn = 0; turn < 5; turn += 1) await deliveryQueue.flush(author);
  expect(sent).toHaveLength(1);
});

test('with a full disk a refused change is reported, and does not block the next one', async () => {
  const { deliveryQueue, sent, statuses } = await openFull(problem);
  expect(await deliveryQueue.flush(author)).toEqual({ is: 'done' });
  expect(sent).toEqual([entry, 'b']);
  expect(await statuses()).toContainEqual([entry, 'attention']);
});

test('a disk that fails in another way is not treated as full', async () => {
  const { deliveryQueue, sent, puts } = await openFull();
  puts.mockImplementation(() => {
    throw new DOMException('broken', 'DataError');
  });
  expect(await deliveryQueue.flush(author)).toMatchObject({ is: 'paused', because: 'storage' });
  expect(sent).toEqual([]);
});
