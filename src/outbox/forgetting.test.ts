import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { ok } from '#core/result.ts';
import { createDatabase } from '../device/database.ts';
import { createVault } from '../device/vault.ts';
import { createFakeLocks, mickey } from '../fake-world.tsx';
import { createDrainer, inTurnWith } from './drainer.ts';
import { createOutbox } from './create-outbox.ts';
import { createParcels } from './parcels.ts';
import { parcel, told } from './sample-parcels.ts';

const author = mickey.username;

/** A device with two tabs, whose deliveries are on their way until they are let through. */
function createDevice() {
  const database = createDatabase(`forgetting-${crypto.randomUUID()}`);
  const locks = createFakeLocks();
  const asked: string[] = [];
  const arrived: string[] = [];
  const inTheAir: (() => void)[] = [];

  function openTab() {
    const parcels = createParcels({ database, vault: createVault(database) });
    const drainer = createDrainer({
      parcels,
      locks,
      tokens: { token: async () => ok({ token: 't', person: mickey }) },
      async deliver({ id, entry }) {
        asked.push(id);
        await new Promise<void>((resolve) => inTheAir.push(resolve));
        arrived.push(id);
        return ok({ ...told(1, { fname: 'Mickey' }), id: entry });
      },
      read: async () => ok(told()),
      now: () => 0,
      random: () => 0.5,
      onChange: () => undefined,
    });
    const outbox = createOutbox({
      parcels,
      drainer,
      session: { person: () => mickey },
      newId: () => crypto.randomUUID(),
      now: () => 0,
      announce: () => undefined,
    });
    const save = (id: string) => parcels.change(author, id, () => [parcel({ id, entry: id })]);
    return { outbox, drainer, save };
  }

  const onDisk = async () => {
    const stores = ['parcels', 'drafts', 'copies', 'keys', 'queues'] as const;
    const counts = await Promise.all(stores.map((it) => database((disk) => disk.count(it))));
    return counts.reduce((sum, it) => sum + it);
  };
  return { openTab, asked, arrived, inTheAir, onDisk };
}

test('once everything here is forgotten nothing arrives any more, and nothing of it is on the disk', async () => {
  const { openTab, asked, arrived, inTheAir, onDisk } = createDevice();
  const [one, other] = [openTab(), openTab()];
  for (const id of ['a', 'b', 'c']) await one.save(id);
  const draining = one.drainer.drain(author);
  await expect.poll(() => asked).toEqual(['a']);

  let atTheEnd: readonly string[] | undefined;
  const forgetting = other.outbox.forget().then(() => (atTheEnd = [...arrived]));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(atTheEnd).toBeUndefined();
  inTheAir[0]?.();
  await forgetting;
  await draining;
  await other.drainer.drain(author);
  expect({ asked, arrived, atTheEnd }).toEqual({ asked: ['a'], arrived: ['a'], atTheEnd: ['a'] });
  expect(await onDisk()).toBe(0);
});

test('who needs that nothing leaves waits for what is on its way, and not for all that waits', async () => {
  const { openTab, asked, inTheAir } = createDevice();
  const [one, other] = [openTab(), openTab()];
  for (const id of ['a', 'b']) await one.save(id);
  void one.drainer.drain(author);
  await expect.poll(() => asked).toEqual(['a']);
  const order: string[] = [];
  const still = other.outbox.whileNothingLeaves(async () => {
    order.push(...asked);
    await new Promise((resolve) => setTimeout(resolve, 50));
    order.push(...asked);
  });
  inTheAir[0]?.();
  await still;
  expect(order).toEqual(['a', 'a']);
  await expect.poll(() => asked).toEqual(['a', 'b']);
});

test('what is sent past the outbox is in turn with it: it is not in the air either', async () => {
  const { openTab, asked, arrived, inTheAir } = createDevice();
  const [one, other] = [openTab(), openTab()];
  const sent = inTurnWith(one.drainer)(parcel({ id: 'past', entry: 'past' }));
  await expect.poll(() => asked).toEqual(['past']);
  const forgetting = other.outbox.forget().then(() => [...arrived]);
  inTheAir[0]?.();
  expect(await forgetting).toEqual(['past']);
  await sent;
});
