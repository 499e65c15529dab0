import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createDatabase, write } from '../../device/device-database.ts';
import { createVault } from '../../device/vault.ts';
import { createChangeStore } from './change-store.ts';
import type { QueuedChange } from './queued-change.ts';
import { fromStoredChange, toStoredChange, type StoredChange } from './stored-change.ts';

const author = 'mickey-1';
const entry = '019a0000-0000-7000-8000-00000000000a';

/** Word for word what the first version of the app has stored on people’s devices. */
const storedByFirstVersion = `[
  {"id":"019a0000-0000-7000-8000-00000000000a","entry":"019a0000-0000-7000-8000-00000000000a",
   "does":"submit","form":"pwausers","formVersion":1,"author":"mickey-1",
   "savedAt":"2026-11-20T09:41:00.000Z",
   "stand":{"is":"delivered","at":"2026-11-20T09:42:00.000Z",
    "told":{"id":"019a0000-0000-7000-8000-00000000000a","answers":{"fname":"Mickey"},"version":1,
     "formVersion":1,"createdAt":"2026-11-20T09:42:00.000Z","updatedAt":"2026-11-20T09:42:00.000Z",
     "receipt":{"Message":"Successfully added user!"}}}},
  {"id":"change-1","entry":"019a0000-0000-7000-8000-00000000000a","answers":{"fname":""},
   "base":{"fname":"Mickey"},"does":"revise","form":"pwausers","formVersion":1,"author":"mickey-1",
   "ifVersion":1,"savedAt":"2026-11-20T09:43:00.000Z",
   "stand":{"is":"attention","refusal":{"code":"invalid","title":"Some answers need another look",
    "complaints":[{"field":"fname","message":"Enter your first name"}],
    "current":{"id":"019a0000-0000-7000-8000-00000000000a","answers":{"fname":"Min"},"version":2,
     "createdAt":"2026-11-20T09:42:00.000Z","updatedAt":"2026-11-20T09:44:00.000Z","receipt":{}}}}},
  {"id":"change-2","entry":"019a0000-0000-7000-8000-00000000000a","does":"withdraw",
   "form":"pwausers","formVersion":1,"author":"mickey-1","isSensitive":true,
   "savedAt":"2026-11-20T09:45:00.000Z","stand":{"is":"waiting","attempts":2}},
  {"id":"change-3","entry":"019a0000-0000-7000-8000-00000000000a","does":"erase",
   "form":"pwausers","formVersion":1,"author":"mickey-1",
   "savedAt":"2026-11-20T09:46:00.000Z","stand":{"is":"sending","attempts":1}},
  {"id":"change-4","entry":"019a0000-0000-7000-8000-00000000000a","does":"restore",
   "form":"pwausers","formVersion":1,"author":"mickey-1",
   "savedAt":"2026-11-20T09:47:00.000Z","stand":{"is":"delivered","at":"2026-11-20T09:48:00.000Z"}}
]`;

const stored = () => JSON.parse(storedByFirstVersion) as readonly StoredChange[];

const common = { entry, form: 'pwausers', formVersion: 1, author };

const changes: readonly QueuedChange[] = [
  {
    ...common,
    id: entry,
    kind: 'submit',
    savedAt: '2026-11-20T09:41:00.000Z',
    status: {
      is: 'delivered',
      at: '2026-11-20T09:42:00.000Z',
      apiEntry: {
        id: entry,
        answers: { fname: 'Mickey' },
        derived: undefined,
        version: 1,
        formVersion: 1,
        createdAt: '2026-11-20T09:42:00.000Z',
        updatedAt: '2026-11-20T09:42:00.000Z',
        receipt: { Message: 'Successfully added user!' },
      },
    },
  },
  {
    ...common,
    id: 'change-1',
    kind: 'revise',
    answers: { fname: '' },
    base: { fname: 'Mickey' },
    ifVersion: 1,
    savedAt: '2026-11-20T09:43:00.000Z',
    status: {
      is: 'attention',
      problem: {
        code: 'invalid',
        title: 'Some answers need another look',
        issues: [{ field: 'fname', message: 'Enter your first name' }],
        current: {
          id: entry,
          answers: { fname: 'Min' },
          derived: undefined,
          version: 2,
          createdAt: '2026-11-20T09:42:00.000Z',
          updatedAt: '2026-11-20T09:44:00.000Z',
          receipt: {},
        },
      },
    },
  },
  {
    ...common,
    id: 'change-2',
    kind: 'withdraw',
    isSensitive: true,
    savedAt: '2026-11-20T09:45:00.000Z',
    status: { is: 'waiting', attempts: 2 },
  },
  {
    ...common,
    id: 'change-3',
    kind: 'erase',
    savedAt: '2026-11-20T09:46:00.000Z',
    status: { is: 'sending', attempts: 1 },
  },
  {
    ...common,
    id: 'change-4',
    kind: 'restore',
    savedAt: '2026-11-20T09:47:00.000Z',
    status: { is: 'delivered', at: '2026-11-20T09:48:00.000Z' },
  },
];

function openDevice() {
  const database = createDatabase(`stored-${crypto.randomUUID()}`);
  const vault = createVault(database);
  return { database, vault, changeStore: createChangeStore({ database, vault }) };
}

test('a record is read and written with the property names of the first version', () => {
  expect(stored().map(fromStoredChange)).toEqual(changes);
  expect(JSON.parse(JSON.stringify(changes.map(toStoredChange)))).toEqual(stored());
});

test('reading and writing a record changes none of its property names', () => {
  // `toEqual` above treats a missing property like one that is undefined.
  expect(stored().map(fromStoredChange).map(toStoredChange)).toStrictEqual(stored());
});

test('the change store reads what the first version stored', async () => {
  const { database, vault, changeStore } = openDevice();
  for (const record of stored()) {
    const { id } = record;
    const sealed = await vault.seal(author, record);
    await database((it) =>
      write(it, 'parcels', (store) => store.put({ id, author, entry, revision: 1, sealed })),
    );
  }
  expect(await changeStore.of(author)).toEqual(changes);
});

test('the change store writes what the first version can read', async () => {
  const { database, vault, changeStore } = openDevice();
  await changeStore.update(author, entry, () => changes.filter((it) => !it.isSensitive));
  const records = await database((it) => it.getAllFromIndex('parcels', 'author', author));
  const opened = await Promise.all(records.map((it) => vault.open(author, it.sealed)));
  expect(opened).toEqual(stored().filter((it) => !it.isSensitive));
});

test('a claimed change is written with these names as well', async () => {
  const { database, vault, changeStore } = openDevice();
  const unclaimed = changes.slice(3, 4).map((it) => ({ ...it, author: '' }));
  await changeStore.update('', entry, () => unclaimed);
  await changeStore.claim(author, entry);
  const [record] = await database((it) => it.getAllFromIndex('parcels', 'author', author));
  expect(record && (await vault.open(author, record.sealed))).toEqual(stored()[3]);
});

test('the backoff is stored with the property names of the first version', async () => {
  const { database, changeStore } = openDevice();
  const storedPause = {
    failures: 3,
    restsUntil: 1_900_000_000_000,
    because: 'busy' as const,
    settled: 2,
    failing: { 'change-1': { times: 3, since: 1, until: 1_900_000_000_001 } },
  };
  await database((it) => write(it, 'queues', (store) => store.put(storedPause, author)));
  const { restsUntil: retryAt, ...rest } = storedPause;
  expect(await changeStore.backoff(author)).toEqual({ ...rest, retryAt });
  await changeStore.setBackoff(author, { ...rest, retryAt: 1, failures: 4 });
  expect(await database((it) => it.get('queues', author))).toEqual({
    ...rest,
    failures: 4,
    restsUntil: 1,
  });
});
