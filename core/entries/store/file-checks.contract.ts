import { expect, test } from 'vitest';
import type { CheckResult } from '../../files/file-check.ts';
import { aJpeg, referenceTo } from '../../testing/sample-files.ts';
import { anEntry, erased, restored, revised, withdrawn } from '../../testing/sample-entries.ts';
import type { EntryStore, StoredEntry } from './entry-store.ts';

/** Requirements of every store: what scans say about the files of an entry. */
export function describeFileChecks(open: () => EntryStore): void {
  test('a file that arrives while files are scanned awaits its result, which may be there already', async () => {
    const { store, entry, files } = await withFiles(open);
    const [first, second] = files;
    await store.recordFileCheck(entry, second.id, check(second, 'clean'));
    for (const { id } of files) expect(await store.addArrivedFile(entry, id, true)).toBe(true);
    expect(await store.find(entry)).toEqual({
      ...entry,
      filesArrived: files.map(({ id }) => id),
      fileChecks: { [first.id]: check(first, 'awaited'), [second.id]: check(second, 'clean') },
    });
  });

  test('a file in which malware was found has not arrived any more, and does not arrive again', async () => {
    const { store, entry, files } = await withFiles(open);
    const [first, second] = files;
    for (const { id } of files) await store.addArrivedFile(entry, id, true);
    for (let time = 0; time < 2; time += 1)
      expect(await store.recordFileCheck(entry, first.id, check(first, 'malware'))).toBe(true);
    expect(await store.addArrivedFile(entry, first.id, true)).toBe(false);
    expect(await store.recordFileCheck(entry, first.id, check(first, 'clean'))).toBe(true);
    expect(await store.find(entry)).toMatchObject({
      version: entry.version,
      filesArrived: [second.id],
      fileChecks: { [first.id]: check(first, 'malware') },
    });
  });

  test('of a file that arrives while malware is found in it, only the malware is recorded', async () => {
    const { store, entry, files } = await withFiles(open, 10);
    await Promise.all(
      files.flatMap((file) => [
        store.addArrivedFile(entry, file.id, true),
        store.recordFileCheck(entry, file.id, check(file, 'malware')),
      ]),
    );
    const { filesArrived = [], fileChecks } = (await store.find(entry)) ?? {};
    expect(filesArrived).toEqual([]);
    expect(fileChecks).toEqual(
      Object.fromEntries(files.map((it) => [it.id, check(it, 'malware')])),
    );
  });

  test('a result about other bytes than those that the entry refers to changes nothing', async () => {
    const { store, entry, files } = await withFiles(open);
    const [first, second] = files;
    await store.addArrivedFile(entry, first.id, true);
    const other = { ...second, sha256: referenceTo(aJpeg(9)).sha256 };
    expect(await store.recordFileCheck(entry, first.id, check(other, 'malware'))).toBe(true);
    expect(await store.find(entry)).toMatchObject({
      filesArrived: [first.id],
      fileChecks: { [first.id]: check(first, 'awaited') },
    });
  });

  test('a result stays through changes, and is recorded while the entry is withdrawn', async () => {
    const { store, entry, files } = await withFiles(open);
    const [first, second] = files;
    await store.recordFileCheck(entry, first.id, check(first, 'impossible'));
    const next = revised(entry, { answers: entry.answers });
    await store.update(next);
    const gone = withdrawn(next);
    await store.update(gone);
    expect(await store.recordFileCheck(entry, second.id, check(second, 'malware'))).toBe(true);
    await store.update(restored(gone));
    expect((await store.find(entry))?.fileChecks).toEqual({
      [first.id]: check(first, 'impossible'),
      [second.id]: check(second, 'malware'),
    });
  });

  test('of an erased entry, or one that does not exist, no result is recorded', async () => {
    const { store, entry, files } = await withFiles(open);
    const [first] = files;
    await store.recordFileCheck(entry, first.id, check(first, 'clean'));
    await store.update(erased(entry));
    for (const key of [entry, anEntry()])
      expect(await store.recordFileCheck(key, first.id, check(first, 'malware'))).toBe(false);
    expect(await store.find(entry)).not.toHaveProperty('fileChecks');
  });

  test('the result of a file is forgotten with the file, and others are not', async () => {
    const { store, entry, files } = await withFiles(open);
    const [first, second] = files;
    for (const it of files) await store.recordFileCheck(entry, it.id, check(it, 'clean'));
    for (let time = 0; time < 2; time += 1) await store.forgetArrivedFiles(entry, [first.id]);
    expect((await store.find(entry))?.fileChecks).toEqual({ [second.id]: check(second, 'clean') });
  });
}

async function withFiles(open: () => EntryStore, count = 2) {
  const store = open();
  const [first, second, ...others] = Array.from({ length: count }, () => referenceTo(aJpeg()));
  if (!first || !second) throw new Error('An entry needs two files.');
  const files = [first, second, ...others] as const;
  const entry: StoredEntry = { ...anEntry({ answers: { photos: files } }), hasFiles: true };
  await store.insert(entry);
  return { store, entry, files };
}

const check = ({ sha256 }: { readonly sha256: string }, result: CheckResult) => ({
  sha256,
  result,
});
