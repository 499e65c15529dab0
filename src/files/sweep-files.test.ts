import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { FileReference } from '#core/files/file-reference.ts';
import { newId } from '#core/values/id.ts';
import { createDatabase, write } from '../device/device-database.ts';
import { createVault } from '../device/vault.ts';
import { createDeviceFiles } from './device-files.ts';
import { sweepFiles } from './sweep-files.ts';

const author = 'mickey-1';
const hour = 3_600_000;

const makeId = () => newId({ now: 1, random: crypto.getRandomValues(new Uint8Array(10)) });

function openDevice() {
  const database = createDatabase(`sweep-${crypto.randomUUID()}`);
  const vault = createVault(database);
  const store = createDeviceFiles({ database, now: () => 0, newId: makeId });
  return {
    database,
    store,
    async add(): Promise<FileReference> {
      const added = await store.add({
        file: new Blob(['%PDF-1.7']),
        name: 'a.pdf',
        author,
        types: ['application/pdf'],
        largest: 100,
      });
      if (!added.ok) throw new Error(added.problem);
      return added.value;
    },
    async draft(controlValues: object) {
      const sealed = await vault.seal(author, controlValues);
      const record = { id: makeId(), author, place: 'visit/new', keptAt: 0, sealed };
      await database((it) => write(it, 'drafts', (all) => all.put(record)));
    },
    transfer: ({ id: file, size }: FileReference) =>
      database((it) =>
        write(it, 'transfers', (all) =>
          all.put({ author, entry: 'an-entry', file, form: 'visit', size, sent: 0 }),
        ),
      ),
    sweep: (now: number) => sweepFiles({ database, vault, now: () => now }),
    async left() {
      const pieces = await database((it) => it.getAll('filePieces'));
      const files = await database((it) => it.getAll('files'));
      expect(files.map(({ id }) => id)).toEqual(pieces.map(({ file }) => file));
      return new Set(files.map(({ id }) => id));
    },
  };
}

test('only the bytes that no draft and no transfer refers to are deleted', async () => {
  const device = openDevice();
  const [typed, inRepeat, waiting, unused] = [
    await device.add(),
    await device.add(),
    await device.add(),
    await device.add(),
  ];
  await device.draft({
    name: 'Ann',
    paper: [typed],
    people: [{ id: newId({ now: 1, random: new Uint8Array(10) }), values: { paper: [inRepeat] } }],
  });
  await device.transfer(waiting);
  await device.sweep(2 * hour);
  expect(await device.left()).toEqual(new Set([typed.id, inRepeat.id, waiting.id]));
  expect((await device.left()).has(unused.id)).toBe(false);
});

test('a file that was added or removed a moment ago stays, so that this can be undone', async () => {
  const device = openDevice();
  const { id } = await device.add();
  await device.sweep(hour / 2);
  expect(await device.left()).toEqual(new Set([id]));
});
