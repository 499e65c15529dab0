import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { err, ok, type Result } from '#core/result.ts';
import type { Failure } from '../cloud/failure.ts';
import type { Told } from '../cloud/told.ts';
import { createDatabase } from '../device/database.ts';
import { createVault } from '../device/vault.ts';
import { createFakeLocks } from '../fake-world.tsx';
import { createDrainer } from './drainer.ts';
import { createParcels } from './parcels.ts';
import { entry, parcel, told } from './sample-parcels.ts';

afterEach(() => vi.restoreAllMocks());

const author = 'mickey-1';
type Answer = Result<Told | undefined, Failure>;
const refusal: Answer = err({ is: 'refused', code: 'invalid', title: 'No', complaints: [] });

/** A device that had room for what waits, and now has none. */
async function openFull(...answers: Answer[]) {
  const database = createDatabase(`full-${crypto.randomUUID()}`);
  const parcels = createParcels({ database, vault: createVault(database) });
  const sent: string[] = [];
  const world = { now: 0 };
  const drainer = createDrainer({
    parcels,
    locks: createFakeLocks(),
    tokens: { token: async () => ok({ token: 't', person: { username: author, email: '' } }) },
    read: async () => ok(told()),
    async deliver({ id }) {
      sent.push(id);
      return answers.shift() ?? ok({ ...told(), id });
    },
    now: () => world.now,
    random: () => 0.5,
    onChange: () => undefined,
  });
  for (const id of [entry, 'b'])
    await parcels.change(author, id, (all) => [...all, parcel({ id, entry: id })]);
  const puts = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const stands = async () => (await parcels.of(author)).map(({ id, stand }) => [id, stand.is]);
  const onDisk = () => database((it) => it.count('parcels'));
  return { parcels, drainer, sent, world, puts, stands, onDisk };
}

test('a full device delivers what waits, once each, and has room again where that was', async () => {
  const { drainer, sent, stands, onDisk } = await openFull();
  expect(await drainer.drain(author)).toEqual({ is: 'done' });
  expect(sent).toEqual([entry, 'b']);
  expect(await stands()).toEqual([
    [entry, 'delivered'],
    ['b', 'delivered'],
  ]);
  expect(await onDisk()).toBe(0);
});

test('what has left a full device is known to have left, and is sent again under the same id', async () => {
  const { drainer, sent, parcels, world } = await openFull(err({ is: 'unreachable' }));
  const drained = await drainer.drain(author);
  expect(drained).toMatchObject({ is: 'rest' });
  expect((await parcels.of(author))[0]?.stand).toEqual({ is: 'waiting', attempts: 1 });
  world.now = 10_000;
  await drainer.drain(author);
  expect(sent).toEqual([entry, entry, 'b']);
});

test('a full device rests after a failure like any other', async () => {
  const nothing = Array.from({ length: 10 }, (): Answer => err({ is: 'unreachable' }));
  const { drainer, sent } = await openFull(...nothing);
  for (let turn = 0; turn < 5; turn += 1) await drainer.drain(author);
  expect(sent).toHaveLength(1);
});

test('what is refused is told on a full device, and does not hold up the next', async () => {
  const { drainer, sent, stands } = await openFull(refusal);
  expect(await drainer.drain(author)).toEqual({ is: 'done' });
  expect(sent).toEqual([entry, 'b']);
  expect(await stands()).toContainEqual([entry, 'attention']);
});

test('a disk that fails otherwise is not taken for a full one', async () => {
  const { drainer, sent, puts } = await openFull();
  puts.mockImplementation(() => {
    throw new DOMException('broken', 'DataError');
  });
  expect(await drainer.drain(author)).toMatchObject({ is: 'rest', because: 'storage' });
  expect(sent).toEqual([]);
});
