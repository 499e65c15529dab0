import { afterEach, expect, test, vi } from 'vitest';
import { signOut } from '../../../outbox/sign-out.ts';
import { openSpool } from './spool.ts';
import { createTemporaryFile, lifetime, removeLeftFiles } from './temporary-file.ts';

afterEach(() => vi.unstubAllGlobals());

test('what a spool has written is one file on the disk, in order, and is gone when it is discarded', async () => {
  const disk = fakeDisk();
  const spool = await openSpool();
  spool.write('a'.repeat(1_500_000));
  spool.write('b');
  expect(await spool.settled()).toBe(true);
  expect(await spool.close()).toHaveLength(1);
  expect([...disk.files.values()]).toEqual([`${'a'.repeat(1_500_000)}b`]);
  await spool.discard();
  expect(disk.files.size).toBe(0);
});

test('a disk that is full is noticed, while it is written or at the end', async () => {
  const disk = fakeDisk();
  const spool = await openSpool();
  disk.isFull = true;
  spool.write('a'.repeat(1_500_000));
  expect(await spool.settled()).toBe(false);
  expect(await spool.close()).toBeUndefined();
});

test('files that a closed tab has left are removed, but none that may still be copied', async () => {
  const disk = fakeDisk();
  disk.files.set('left', 'old');
  disk.files.set('copied', 'new');
  disk.changed.set('left', Date.now() - lifetime - 1);
  disk.changed.set('copied', Date.now() - lifetime / 2);
  await removeLeftFiles();
  expect([...disk.files.keys()]).toEqual(['copied']);
});

test.each([
  ['who signs out leaves no exported file on the device', undefined, []],
  ['whoever cannot be signed out keeps theirs', { username: 'olga', email: '' }, ['exported']],
])('%s', async (_, person, left) => {
  const disk = fakeDisk();
  disk.files.set('exported', 'answers');
  const session = { signOut: async () => {}, person: () => person };
  const outbox = { view: () => ({ author: 'olga' }), forgetSent: async () => {} };
  await signOut({ session, outbox } as unknown as Parameters<typeof signOut>[0]);
  expect([...disk.files.keys()]).toEqual(left);
});

test('a browser without files of its own has what was written in memory', async () => {
  expect(await createTemporaryFile()).toBeUndefined();
  const spool = await openSpool();
  spool.write('a');
  spool.write('b');
  expect(await spool.close()).toEqual(['ab']);
  await removeLeftFiles();
});

/** The browser's own files of a site, as far as we use them. */
function fakeDisk() {
  const disk = {
    files: new Map<string, string>(),
    changed: new Map<string, number>(),
    isFull: false,
  };
  const handleOf = (name: string) => ({
    kind: 'file',
    name,
    getFile: async () => ({ lastModified: disk.changed.get(name) ?? Date.now() }),
    createWritable: async () => ({
      async write(text: string) {
        if (disk.isFull) throw new DOMException('', 'QuotaExceededError');
        disk.files.set(name, `${disk.files.get(name) ?? ''}${text}`);
      },
      async close() {
        if (disk.isFull) throw new DOMException('', 'QuotaExceededError');
      },
      abort: async () => {},
    }),
  });
  const folder = {
    getFileHandle: async (name: string) => handleOf(name),
    removeEntry: async (name: string) => void disk.files.delete(name),
    async *values() {
      for (const name of disk.files.keys()) yield handleOf(name);
    },
  };
  const getDirectory = async () => ({
    getDirectoryHandle: async () => folder,
    async removeEntry(name: string, { recursive }: { recursive: boolean }) {
      if (name === 'exports' && recursive) disk.files.clear();
    },
  });
  vi.stubGlobal('navigator', { storage: { getDirectory } });
  return disk;
}
