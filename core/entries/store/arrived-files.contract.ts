import { expect, test } from 'vitest';
import { aJpeg, referenceTo } from '../../testing/sample-files.ts';
import { anEntry, erased, restored, revised, withdrawn } from '../../testing/sample-entries.ts';
import type { EntryStore, StoredEntry } from './entry-store.ts';

/** Requirements of every store: which files of an entry have arrived. */
export function describeArrivedFiles(open: () => EntryStore): void {
  test('files that arrive are recorded, once, without a new version', async () => {
    const { store, entry, files } = await withFiles(open);
    const [first = '', second = ''] = files;
    for (const file of [first, second, first])
      expect(await store.addArrivedFile(entry, file)).toBe(true);
    expect(await store.find(entry)).toEqual({ ...entry, filesArrived: [second, first] });
  });

  test('of files that arrive at the same time each is recorded', async () => {
    const { store, entry, files } = await withFiles(open, 10);
    const added = await Promise.all(files.map((file) => store.addArrivedFile(entry, file)));
    expect(added).toEqual(files.map(() => true));
    const { filesArrived } = (await store.find(entry)) ?? {};
    expect(filesArrived?.toSorted()).toEqual(files.toSorted());
  });

  test('a file that the entry does not refer to is not recorded', async () => {
    const { store, entry, files } = await withFiles(open);
    const [file = ''] = files;
    const { id } = referenceTo(aJpeg());
    expect(await store.addArrivedFile(entry, id)).toBe(false);
    expect(await store.addArrivedFile({ ...entry, username: 'another' }, file)).toBe(false);
    expect(await store.addArrivedFile(anEntry(), file)).toBe(false);
    expect(await store.find(entry)).toEqual(entry);
  });

  test('a file that arrives during a change stays recorded', async () => {
    const { store, entry, files } = await withFiles(open);
    const [first = '', second = ''] = files;
    await store.addArrivedFile(entry, first);
    const changed = revised(entry, { answers: entry.answers });
    await store.addArrivedFile(entry, second);
    expect(await store.update(changed)).toEqual({ done: true });
    expect((await store.find(entry))?.filesArrived).toEqual([first, second]);
  });

  test('what arrived is still recorded after withdrawing and restoring, and nothing arrives in between', async () => {
    const { store, entry, files } = await withFiles(open);
    const [first = '', second = ''] = files;
    await store.addArrivedFile(entry, first);
    const gone = withdrawn(entry);
    await store.update(gone);
    expect(await store.addArrivedFile(entry, second)).toBe(false);
    await store.update(restored(gone));
    expect(await store.find(entry)).toMatchObject({ hasFiles: true, filesArrived: [first] });
    expect(await store.addArrivedFile(entry, second)).toBe(true);
  });

  test('of an erased entry nothing is recorded', async () => {
    const { store, entry, files } = await withFiles(open);
    const [first = '', second = ''] = files;
    await store.addArrivedFile(entry, first);
    await store.update(erased(entry));
    expect(await store.find(entry)).not.toHaveProperty('filesArrived');
    expect(await store.addArrivedFile(entry, second)).toBe(false);
  });

  test('files are forgotten, and others are not', async () => {
    const { store, entry, files } = await withFiles(open);
    const [first = '', second = ''] = files;
    for (const file of files) await store.addArrivedFile(entry, file);
    for (let time = 0; time < 2; time += 1) await store.forgetArrivedFiles(entry, [first]);
    expect((await store.find(entry))?.filesArrived).toEqual([second]);
    await store.forgetArrivedFiles(anEntry(), [second]);
    expect((await store.find(entry))?.filesArrived).toEqual([second]);
  });
}

async function withFiles(open: () => EntryStore, count = 2) {
  const store = open();
  const references = Array.from({ length: count }, () => referenceTo(aJpeg()));
  const entry: StoredEntry = { ...anEntry({ answers: { photos: references } }), hasFiles: true };
  await store.insert(entry);
  return { store, entry, files: references.map(({ id }) => id) };
}
