import { expect, test } from 'vitest';
import { createMemoryFileStore } from '../testing/memory-file-store.ts';
import { createMemoryStore } from '../testing/memory-store.ts';
import { anEntry, erased, revised, withdrawn } from '../testing/sample-entries.ts';
import { aJpeg, referenceTo } from '../testing/sample-files.ts';
import { confirmFile } from './confirm-file.ts';

const deps = { scansFiles: false, now: () => new Date() };

/** A file that has been sent, and an entry to which something happens while it is confirmed. */
async function confirmDuring(change: typeof withdrawn) {
  const file = referenceTo(aJpeg());
  const entry = { ...anEntry({ answers: { photos: [file] } }), hasFiles: true } as const;
  const { username, form, id } = entry;
  const key = { username, form, id, file: file.id };
  const [store, files] = [createMemoryStore(), createMemoryFileStore()];
  await store.insert(entry);
  await files.send(await files.putRequest(key, file), aJpeg());
  const during: typeof files = {
    ...files,
    async keep(it) {
      await store.update(change(entry));
      return files.keep(it);
    },
  };
  const confirmed = await confirmFile({ ...deps, store, files: during }, key);
  return { confirmed, keys: await files.keys() };
}

test('a file of an entry that is erased meanwhile is deleted', async () => {
  const { confirmed, keys } = await confirmDuring(erased);
  expect(confirmed).toEqual({ ok: false, problem: { code: 'gone' } });
  expect(keys).toEqual([]);
});

test('a file that a revision drops meanwhile is deleted', async () => {
  const { confirmed, keys } = await confirmDuring(revised);
  expect(confirmed).toEqual({ ok: false, problem: { code: 'gone' } });
  expect(keys).toEqual([]);
});

test('a file of an entry that is withdrawn meanwhile stays, since the entry can be restored', async () => {
  const { confirmed, keys } = await confirmDuring(withdrawn);
  expect(confirmed).toEqual({ ok: false, problem: { code: 'gone' } });
  expect(keys).toHaveLength(1);
});

test('a file that vanishes while it is confirmed has not arrived', async () => {
  const file = referenceTo(aJpeg());
  const entry = anEntry({ answers: { photos: [file] } });
  const key = { username: entry.username, form: entry.form, id: entry.id, file: file.id };
  const [store, files] = [createMemoryStore(), createMemoryFileStore()];
  await store.insert(entry);
  await files.send(await files.putRequest(key, file), aJpeg());
  const vanishing: typeof files = {
    ...files,
    async keep(it) {
      await files.remove(it);
      return files.keep(it);
    },
  };
  expect(await confirmFile({ ...deps, store, files: vanishing }, key)).toEqual({
    ok: false,
    problem: { code: 'file_not_arrived' },
  });
  expect((await store.find(entry))?.filesArrived).toBeUndefined();
});
