// @vitest-environment node: jsdom has no streams, and a Blob of its own.
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { FileReference } from '#core/files/file-reference.ts';
import { newId } from '#core/values/id.ts';
import { err, ok } from '#core/values/result.ts';
import { createDatabase } from '../../device/device-database.ts';
import { createVault } from '../../device/vault.ts';
import { createOutbox } from '../../outbox/create-outbox.ts';
import { createDeviceFiles } from '../device-files.ts';
import { createTransferStore } from '../transfers/transfer-store.ts';
import { sampleChange } from '../../testing/sample-changes.ts';
import { readZip } from '../../zip/read-zip.ts';
import { writeZip } from '../../zip/write-zip.ts';
import { createChangeStore } from '../../outbox/changes/change-store.ts';
import { createOutboxFiles } from './create-outbox-files.ts';

const author = 'mickey-1';

const freshId = () => newId({ now: 1, random: crypto.getRandomValues(new Uint8Array(10)) });

/** A device of somebody, which delivers nothing. */
function openDevice(username = author) {
  const database = createDatabase(`export-${crypto.randomUUID()}`);
  const changeStore = createChangeStore({ database, vault: createVault(database) });
  const files = createDeviceFiles({ database, now: () => 1, newId: freshId });
  const outbox = createOutbox({
    changeStore,
    deliveryQueue: {
      flush: async () => ({ is: 'done' }),
      withDeliveryPaused: () => Promise.reject(new Error('Not here.')),
    },
    session: { person: () => ({ username, email: 'a@example.com' }) },
    outboxFiles: async () => createOutboxFiles({ files, isSensitiveForm: (it) => it === 'secret' }),
    newId: freshId,
    now: () => 0,
    announce: () => undefined,
    adoptOnServer: async () => false,
    forgetDeviceKey: async () => undefined,
    flushDrafts: async () => undefined,
    openLinks: () => expect.fail('Nobody is invited.'),
  });
  return {
    database,
    changeStore,
    files,
    addPhoto: async (content: string): Promise<FileReference> => {
      const file = new Blob([Uint8Array.of(0xff, 0xd8, 0xff), content]);
      const types = ['image/jpeg'] as const;
      const added = await files.add({ file, name: 'p.jpg', author, types, largest: 1e6 });
      if (!added.ok) throw new Error(added.problem);
      return added.value;
    },
    submit: (answers: object) =>
      changeStore.update(author, sampleChange().entry, () => [
        sampleChange({ answers: { ...answers } }),
      ]),
    async export() {
      await outbox.reread();
      const { changes = [], transfers } = outbox.view();
      return outbox.exportChanges(changes, transfers);
    },
    import: (file: Blob) => outbox.importChanges(file),
    /** Everything that waits, without its order. */
    waiting: async () => ({
      changes: (await changeStore.of(author)).map(({ id }) => id),
      transfers: (await changeStore.transfers(author)).map(({ file }) => file).toSorted(),
      files: await database((it) => it.count('files')),
    }),
  };
}

const none = { changes: [], transfers: [], files: 0 };

async function sha256Of(blob: Blob | undefined): Promise<string> {
  const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer());
  return createHash('sha256').update(bytes).digest('base64');
}

/** The same archive with other bytes of one file, or without it. */
async function tampered(archive: Blob, isIt: (name: string) => boolean, bytes?: string) {
  const files = (await readZip(archive)) ?? [];
  const kept = files.filter(({ name }) => bytes !== undefined || !isIt(name));
  const changed = await Promise.all(
    kept.map(async ({ name, read }) => {
      const whole = new Uint8Array((await (await read())?.arrayBuffer()) ?? new ArrayBuffer());
      const other = isIt(name) && bytes !== undefined ? new TextEncoder().encode(bytes) : whole;
      return {
        name,
        bytes: (async function* once() {
          yield other;
        })(),
      };
    }),
  );
  return new Response(writeZip(changed)).blob();
}

test('an export has the bytes of its files, and another device has them wait with their entry', async () => {
  const here = openDevice();
  const photos = [await here.addPhoto('one'), await here.addPhoto('two')];
  await here.submit({ photos });
  const exported = await here.export();
  expect(exported.type).toBe('application/zip');

  const there = openDevice();
  expect(await there.import(exported)).toEqual(ok({ changes: 1, files: 2 }));
  expect(await there.waiting()).toEqual(await here.waiting());
  for (const { id, type, sha256 } of photos)
    expect(await sha256Of(await there.files.read(id, type))).toBe(sha256);
});

test('imported on the same device, or twice, nothing is there twice', async () => {
  const here = openDevice();
  await here.submit({ photos: [await here.addPhoto('one')] });
  const before = await here.waiting();
  const exported = await here.export();
  await here.import(exported);
  expect(await here.waiting()).toEqual(before);
  const there = openDevice();
  await there.import(exported);
  await there.import(exported);
  expect(await there.waiting()).toEqual(before);
});

test('of a form that has become sensitive no answers are exported, even before its changes are marked', async () => {
  const here = openDevice();
  const change = sampleChange({ form: 'secret', answers: { word: 'Unmistakable' } });
  await here.changeStore.update(author, change.entry, () => [change]);
  expect(await (await here.export()).text()).not.toContain('Unmistakable');
});

test('a file that waits although its entry was delivered is exported too, and waits there', async () => {
  const here = openDevice();
  const photo = await here.addPhoto('one');
  const { author, entry, form } = sampleChange();
  await here.changeStore.addTransfers([
    { author, entry, form, file: photo.id, size: photo.size, sent: 0 },
  ]);
  const there = openDevice();
  expect(await there.import(await here.export())).toEqual(ok({ changes: 0, files: 1 }));
  expect((await there.waiting()).transfers).toEqual([photo.id]);
  expect(await sha256Of(await there.files.read(photo.id, photo.type))).toBe(photo.sha256);
});

test('once a file was delivered here, importing it has it confirmed again, and then it is gone', async () => {
  const here = openDevice();
  await here.submit({ photos: [await here.addPhoto('one')] });
  const exported = await here.export();
  const transfers = createTransferStore(here.database);
  for (const it of await transfers.of(author)) await transfers.finish(it);
  await here.import(exported);
  for (const it of await transfers.of(author)) await transfers.finish(it);
  expect(await here.waiting()).toMatchObject({ transfers: [], files: 0 });
});

test('an import that was killed in the middle is finished by the next one', async () => {
  const here = openDevice();
  const photo = await here.addPhoto('one');
  await here.submit({ photos: [photo] });
  const exported = await here.export();
  const there = openDevice();
  await there.import(exported);
  // The record of a file is written before its bytes.
  await there.database(async (it) => {
    const { store, done } = it.transaction('filePieces', 'readwrite');
    await store.clear();
    await done;
  });
  await there.import(exported);
  expect(await sha256Of(await there.files.read(photo.id, photo.type))).toBe(photo.sha256);
});

test('an archive that was unpacked and packed again, in a folder, is read', async () => {
  const here = openDevice();
  await here.submit({ photos: [await here.addPhoto('one')] });
  const files = (await readZip(await here.export())) ?? [];
  const packed = await Promise.all(
    files.map(async ({ name, read }) => {
      const bytes = new Uint8Array((await (await read())?.arrayBuffer()) ?? new ArrayBuffer());
      return {
        name: `outbox/${name}`,
        bytes: (async function* once() {
          yield bytes;
        })(),
      };
    }),
  );
  const there = openDevice();
  const archive = await new Response(writeZip(packed)).blob();
  expect(await there.import(archive)).toEqual(ok({ changes: 1, files: 1 }));
});

test('an archive with a damaged or missing file is refused as a whole', async () => {
  const here = openDevice();
  const [first, second] = [await here.addPhoto('one'), await here.addPhoto('two')];
  await here.submit({ photos: [first, second] });
  const exported = await here.export();
  const isSecond = (name: string) => name.includes(second.id);
  for (const bytes of ['\xFF\xD8\xFFsix', 'longer than it was', undefined]) {
    const there = openDevice();
    const archive = await tampered(exported, isSecond, bytes);
    expect(await there.import(archive)).toEqual(err('damaged'));
    expect(await there.waiting()).toEqual(none);
  }
});

test('an archive without a list, of somebody else, or of a form whose answers must not be here, is refused', async () => {
  const here = openDevice();
  await here.submit({ photos: [await here.addPhoto('one')] });
  const exported = await here.export();
  const there = openDevice();
  const withoutList = await tampered(exported, (name) => name === 'outbox.json');
  expect(await there.import(withoutList)).toEqual(err('not-an-outbox'));
  expect(await there.import(exported.slice(0, 500))).toEqual(err('not-an-outbox'));
  expect(await there.import(new Blob(['PK']))).toEqual(err('not-an-outbox'));
  expect(await openDevice('minnie-2').import(exported)).toEqual(err('of-somebody-else'));
  const list = { formstead: 'outbox', version: 1, waiting: [] };
  const [path, id] = ['files/1', '018f3c2e-7b1a-7000-8000-0123456789ab'];
  const sha256 = 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';
  const secret = { path, id, size: 3, sha256, author, form: 'secret', entry: id };
  const files = [
    { name: 'outbox.json', bytes: JSON.stringify({ ...list, files: [secret] }) },
    { name: 'files/1', bytes: 'abc' },
  ];
  expect(await there.import(await new Response(writeZip(files)).blob())).toEqual(
    err('online-only'),
  );
  expect(await there.waiting()).toEqual(none);
});

test('changes without files are exported as before', async () => {
  const here = openDevice();
  await here.submit({ fname: 'Mickey' });
  const exported = await here.export();
  expect(exported.type).toBe('application/json');
  expect(await exported.text()).toContain('Mickey');
});
