import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Form } from '#core/form/define-form.ts';
import { ok } from '#core/values/result.ts';
import { createDatabase } from '../device/device-database.ts';
import { createEntryCache } from '../device/entry-cache.ts';
import { createVault } from '../device/vault.ts';
import { mickey } from '../testing/fake-cognito.ts';
import { createFakeLocks } from '../testing/fake-locks.ts';
import { createDeliveryQueue, deliverWithLock } from './delivery/delivery-queue.ts';
import { createOutbox } from './create-outbox.ts';
import { createChangeStore } from './changes/change-store.ts';
import { sampleChange, sampleApiEntry } from '../testing/sample-changes.ts';

const author = mickey.username;

/** A device with two tabs, whose requests are answered only when the test says so. */
function createDevice() {
  const database = createDatabase(`forgetting-${crypto.randomUUID()}`);
  const locks = createFakeLocks();
  const requested: string[] = [];
  const arrived: string[] = [];
  const inTheAir: (() => void)[] = [];

  function openTab() {
    const changeStore = createChangeStore({ database, vault: createVault(database) });
    const deliveryQueue = createDeliveryQueue({
      changeStore,
      locks,
      tokens: { token: async () => ok({ token: 't', person: mickey }) },
      async deliver({ id, entry }) {
        requested.push(id);
        await new Promise<void>((resolve) => inTheAir.push(resolve));
        arrived.push(id);
        return ok({ ...sampleApiEntry(1, { fname: 'Mickey' }), id: entry });
      },
      read: async () => ok(sampleApiEntry()),
      now: () => 0,
      random: () => 0.5,
      onChange: () => undefined,
    });
    const outbox = createOutbox({
      changeStore,
      deliveryQueue,
      session: { person: () => mickey },
      outboxFiles: () => Promise.reject(new Error('Not here.')),
      newId: () => crypto.randomUUID(),
      now: () => 0,
      announce: () => undefined,
      adoptOnServer: async () => false,
      forgetDeviceKey: async () => undefined,
      flushDrafts: async () => undefined,
      openLinks: () => expect.fail('Nobody is invited.'),
    });
    const save = (id: string) =>
      changeStore.update(author, id, () => [sampleChange({ id, entry: id })]);
    return { outbox, deliveryQueue, save };
  }

  const onDisk = async () => {
    const stores = ['parcels', 'drafts', 'copies', 'keys', 'queues'] as const;
    const counts = await Promise.all(stores.map((it) => database((disk) => disk.count(it))));
    return counts.reduce((sum, it) => sum + it);
  };
  const cache = createEntryCache({ database, vault: createVault(database) });
  const keepList = (form: Form) => cache.keep(author, { form }, [sampleApiEntry()]);
  const lists = () => database((it) => it.count('copies'));
  return { openTab, requested, arrived, inTheAir, onDisk, keepList, lists };
}

test('after forgetting everything, nothing is sent any more, and nothing is on the disk', async () => {
  const { openTab, requested, arrived, inTheAir, onDisk } = createDevice();
  const [one, other] = [openTab(), openTab()];
  for (const id of ['a', 'b', 'c']) await one.save(id);
  const flushing = one.deliveryQueue.flush(author);
  await expect.poll(() => requested).toEqual(['a']);

  let atTheEnd: readonly string[] | undefined;
  const forgetting = other.outbox.forget().then(() => (atTheEnd = [...arrived]));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(atTheEnd).toBeUndefined();
  inTheAir[0]?.();
  await forgetting;
  await flushing;
  await other.deliveryQueue.flush(author);
  expect({ requested, arrived, atTheEnd }).toEqual({
    requested: ['a'],
    arrived: ['a'],
    atTheEnd: ['a'],
  });
  expect(await onDisk()).toBe(0);
});

test('stopping delivery waits for the change being sent, not for the whole queue', async () => {
  const { openTab, requested, inTheAir } = createDevice();
  const [one, other] = [openTab(), openTab()];
  for (const id of ['a', 'b']) await one.save(id);
  void one.deliveryQueue.flush(author);
  await expect.poll(() => requested).toEqual(['a']);
  const order: string[] = [];
  const still = other.outbox.withDeliveryPaused(async () => {
    order.push(...requested);
    await new Promise((resolve) => setTimeout(resolve, 50));
    order.push(...requested);
  });
  inTheAir[0]?.();
  await still;
  expect(order).toEqual(['a', 'a']);
  await expect.poll(() => requested).toEqual(['a', 'b']);
});

test('a change that is sent without the outbox takes the same lock', async () => {
  const { openTab, requested, arrived, inTheAir } = createDevice();
  const [one, other] = [openTab(), openTab()];
  const sent = deliverWithLock(one.deliveryQueue)(sampleChange({ id: 'past', entry: 'past' }));
  await expect.poll(() => requested).toEqual(['past']);
  const forgetting = other.outbox.forget().then(() => [...arrived]);
  inTheAir[0]?.();
  expect(await forgetting).toEqual(['past']);
  await sent;
});

test('a list of entries that is stored after one of them was erased is deleted once the server has erased it', async () => {
  const { openTab, requested, inTheAir, keepList, lists } = createDevice();
  const { outbox, deliveryQueue } = openTab();
  const form = { id: 'pwausers', version: 1, fields: {}, access: 'account' } as unknown as Form;
  await outbox.erase(form, { id: 'a' });
  const flushing = deliveryQueue.flush(author);
  await expect.poll(() => requested).toHaveLength(1);
  // It was requested before, and came late.
  await keepList(form);
  expect(await lists()).toBe(1);
  inTheAir[0]?.();
  await flushing;
  expect(await lists()).toBe(0);
});
