import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { newId } from '#core/values/id.ts';
import { createDatabase } from '../device/device-database.ts';
import { createDeviceFiles, type FileToStore } from './device-files.ts';
import { pieceSize } from './piece-cipher.ts';
import { readFileBytes } from './read-file-bytes.ts';

const author = 'mickey-1';

function openStore() {
  const database = createDatabase(`files-${crypto.randomUUID()}`);
  const store = createDeviceFiles({
    database,
    now: () => 1,
    newId: () => newId({ now: 1, random: crypto.getRandomValues(new Uint8Array(10)) }),
  });
  const add = (file: Blob, more: Partial<FileToStore> = {}) =>
    store.add({
      file,
      name: 'proof.pdf',
      author,
      types: ['application/pdf'],
      largest: 20_000_000,
      ...more,
    });
  const onDisk = async () =>
    (await database((it) => it.count('files'))) + (await database((it) => it.count('filePieces')));
  return { database, store, add, onDisk };
}

/** A PDF of so many bytes, each of them different from its neighbours. */
function pdfOf(size: number): Blob {
  const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) % 251);
  bytes.set(new TextEncoder().encode('%PDF-1.7\n'));
  return new Blob([bytes]);
}

async function sha256Of(file: Blob): Promise<string> {
  return createHash('sha256')
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest('base64');
}

test.each([10, pieceSize - 1, pieceSize, pieceSize + 1, 9 * pieceSize + 7])(
  'a file of %i bytes is stored and read as it was, with its checksum',
  async (size) => {
    const { add, store, onDisk } = openStore();
    const file = pdfOf(size);
    const parts: number[] = [];
    const added = await add(file, { onProgress: (part) => parts.push(part) });
    const reference = added.ok ? added.value : undefined;
    expect(reference).toMatchObject({ name: 'proof.pdf', type: 'application/pdf', size });
    expect(reference?.sha256).toBe(await sha256Of(file));
    expect(await onDisk()).toBe(1 + Math.ceil(size / pieceSize));
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts.at(-1)).toBe(1);
    const read = await store.read(reference?.id ?? '', 'application/pdf');
    expect(read && (await sha256Of(read))).toBe(reference?.sha256);
  },
);

test('a part of a file is read without the rest', async () => {
  const { add, database } = openStore();
  const file = pdfOf(3 * pieceSize);
  const added = await add(file);
  const id = added.ok ? added.value.id : '';
  const [from, to] = [pieceSize - 3, 2 * pieceSize + 5];
  const bytes = await readFileBytes(database, id, { from, to });
  expect(bytes).toEqual(new Uint8Array(await file.slice(from, to).arrayBuffer()));
  expect(await readFileBytes(database, 'another', { from: 0, to: 1 })).toBeUndefined();
});

test('nothing on the disk can be read without the key of the file, nor in another order', async () => {
  const { add, database, store } = openStore();
  const added = await add(pdfOf(2 * pieceSize));
  const id = added.ok ? added.value.id : '';
  const pieces = await database((it) => it.getAll('filePieces'));
  const stored = pieces.map(({ sealed }) => Buffer.from(sealed.bytes).toString('latin1')).join('');
  expect(stored).not.toContain('%PDF');
  await database(async (it) => {
    const { store: all, done } = it.transaction('filePieces', 'readwrite');
    for (const piece of pieces) void all.put({ ...piece, number: 1 - piece.number });
    await done;
  });
  await expect(store.read(id, 'application/pdf')).rejects.toThrow();
});

test.each<[string, Blob, Partial<FileToStore>, string]>([
  ['nothing in it', new Blob([]), {}, 'empty'],
  ['too many bytes', pdfOf(11), { largest: 10 }, 'too-large'],
  ['2 GB', { size: 2e9 } as Blob, {}, 'too-large'],
  ['a page in it', new Blob(['<html><script>alert(1)</script>']), {}, 'wrong-type'],
  ['a drawing with a script in it', new Blob(['<svg onload="alert(1)">']), {}, 'wrong-type'],
  ['another type than its name says', new Blob(['MZ\u0090']), {}, 'wrong-type'],
])('a file with %s is not added, and leaves nothing', async (_, file, more, issue) => {
  const { add, onDisk } = openStore();
  expect(await add(file, more)).toEqual({ ok: false, problem: issue });
  expect(await onDisk()).toBe(0);
});

/** A file that changes when its second piece is read. */
function changing(by: number): Blob {
  const file = pdfOf(3 * pieceSize);
  return new Proxy(file, {
    get(target, key) {
      if (key !== 'slice') return Reflect.get(target, key, target) as unknown;
      return (from: number, to: number) => target.slice(from, from > 0 ? to + by : to);
    },
  });
}

test.each([
  ['shrinks', changing(-1)],
  ['grows', changing(1)],
  [
    'goes away',
    Object.assign(pdfOf(3 * pieceSize), {
      slice: (from: number) => {
        if (from === 0) return pdfOf(pieceSize);
        throw new DOMException('gone', 'NotReadableError');
      },
    }),
  ],
])('a file that %s while it is read is not added, and leaves nothing', async (_, file) => {
  const { add, onDisk } = openStore();
  expect(await add(file)).toEqual({ ok: false, problem: 'changed' });
  expect(await onDisk()).toBe(0);
});

/** A disk with space for so many writes. */
function fullAfter(writes: number): void {
  const put = Reflect.get(IDBObjectStore.prototype, 'put') as (
    this: IDBObjectStore,
    ...args: unknown[]
  ) => IDBRequest<IDBValidKey>;
  let left = writes;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function putOnce(
    this: IDBObjectStore,
    ...args
  ) {
    left -= 1;
    if (left < 0) throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, args);
  });
}

test('with a full device a file is not added, and leaves nothing', async () => {
  const { add, onDisk } = openStore();
  expect((await add(pdfOf(10))).ok).toBe(true);
  const before = await onDisk();
  fullAfter(2);
  expect(await add(pdfOf(3 * pieceSize))).toEqual({ ok: false, problem: 'no-room' });
  vi.restoreAllMocks();
  expect(await onDisk()).toBe(before);
});

test('a file from another device is stored only if its bytes are those of the reference', async () => {
  const { store, onDisk } = openStore();
  const bytes = pdfOf(100);
  const file = {
    id: '018f3c2e-7b1a-7000-8000-0123456789ab',
    name: 'proof.pdf',
    type: 'application/pdf',
    size: 100,
    sha256: await sha256Of(bytes),
  } as const;
  const other = new Blob([new Uint8Array(100)]);
  expect(await store.bringBack(author, file, other)).toEqual({ ok: false, problem: 'changed' });
  expect(await onDisk()).toBe(0);
  expect(await store.bringBack(author, file, bytes)).toEqual({ ok: true, value: 'added' });
  expect(await sha256Of((await store.read(file.id, file.type)) ?? new Blob())).toBe(file.sha256);
});
