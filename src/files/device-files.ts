import { fileName } from '#core/files/file-name.ts';
import type { FileReference } from '#core/files/file-reference.ts';
import type { FileType } from '#core/files/file-types.ts';
import { err, ok, type Result } from '#core/values/result.ts';
import { write, type Database, type StoredFile } from '../device/device-database.ts';
import { deleteFile, piecesOf } from '../device/file-pieces.ts';
import { storageFailureOf } from '../device/storage-failure.ts';
import type { FileIssue } from './file-issue.ts';
import { readFileBytes } from './read-file-bytes.ts';
import { createFileKey, pieceSize, sealPiece } from './piece-cipher.ts';
import { createSha256 } from './sha256.ts';
import { typeOfFile } from './type-of-file.ts';

/** The bytes of files on this device: from when somebody adds one until the server has confirmed it. */
export type DeviceFiles = {
  /** Stores a file, and gives the reference to answer with. If that fails, nothing of it is left. */
  add(file: FileToStore): Promise<Result<FileReference, FileIssue>>;
  /** Undefined if it is not on this device. */
  read(id: string, type: FileType): Promise<Blob | undefined>;
  /** Its bytes, piece by piece, however many there are. Undefined if it is not on this device. */
  readPieces(id: string): Promise<AsyncIterable<Uint8Array<ArrayBuffer>> | undefined>;
  /** Stores the bytes of a reference that another device has made, unless they are here. */
  bringBack(
    author: string,
    file: Pick<FileReference, 'id' | 'size' | 'sha256'>,
    bytes: Blob,
  ): Promise<Result<'added' | 'was-here', FileIssue>>;
  remove(ids: readonly string[]): Promise<void>;
  /** Somebody has removed it from an answer, and may undo that: the sweep leaves it alone for a while. */
  keepForUndo(id: string): Promise<void>;
};

export type FileToStore = {
  readonly file: Blob;
  /** As the person's device calls it. */
  readonly name: string;
  readonly author: string;
  readonly types: readonly FileType[];
  /** In bytes. */
  readonly largest: number;
  /** Called with the part that is stored, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
};

type Deps = {
  readonly database: Database;
  readonly newId: () => string;
  readonly now: () => number;
};

export function createDeviceFiles({ database, newId, now }: Deps): DeviceFiles {
  async function remove(ids: readonly string[]): Promise<void> {
    await database(async (it) => {
      const transaction = it.transaction(['files', 'filePieces'], 'readwrite');
      const [files, pieces] = [
        transaction.objectStore('files'),
        transaction.objectStore('filePieces'),
      ];
      for (const id of ids) void deleteFile(files, pieces, id);
      await transaction.done;
    });
  }

  /** Stores every byte. Returns the checksum. */
  async function storeBytes(
    id: string,
    author: string,
    file: Blob,
    onProgress: FileToStore['onProgress'],
  ): Promise<Result<string, FileIssue>> {
    const { size } = file;
    const key = await createFileKey();
    const record: StoredFile = { id, author, size, keptAt: now(), key };
    await database((it) => write(it, 'files', (store) => store.put(record)));
    const checksum = await createSha256(size);
    for (let number = 0; number * pieceSize < size; number += 1) {
      const [from, to] = [number * pieceSize, Math.min(size, (number + 1) * pieceSize)];
      const bytes = await readSlice(file, from, to);
      if (!bytes) return err('changed');
      checksum.add(bytes);
      const sealed = await sealPiece(key, [id, number], bytes);
      await database((it) =>
        write(it, 'filePieces', (store) => store.put({ file: id, number, sealed })),
      );
      onProgress?.(to / size);
    }
    if (file.size !== size) return err('changed');
    return ok(await checksum.result());
  }

  /** Removes what a failure has left. */
  async function storedOrRemoved(
    id: string,
    store: () => Promise<Result<string, FileIssue>>,
  ): Promise<Result<string, FileIssue>> {
    const stored = await store().catch((error: unknown) => err(storageFailureOf(error)));
    // If the disk fails here too, the sweep removes it later.
    if (!stored.ok) await remove([id]).catch(() => undefined);
    return stored;
  }

  return {
    async add({ file, name, author, types, largest, onProgress }) {
      if (file.size === 0) return err('empty');
      if (file.size > largest) return err('too-large');
      const type = await typeOfFile(file, name, types).catch(() => 'changed' as const);
      if (!type) return err('wrong-type');
      if (type === 'changed') return err(type);
      const id = newId();
      const sha256 = await storedOrRemoved(id, () => storeBytes(id, author, file, onProgress));
      if (!sha256.ok) return sha256;
      return ok({ id, name: fileName(name, type), type, size: file.size, sha256: sha256.value });
    },
    async read(id, type) {
      const record = await database((it) => it.get('files', id));
      if (!record) return undefined;
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for (let from = 0; from < record.size; from += pieceSize) {
        const bytes = await readFileBytes(database, id, { from, to: from + pieceSize });
        if (!bytes) return undefined;
        parts.push(bytes);
      }
      return new Blob(parts, { type });
    },
    async readPieces(id) {
      const record = await database((it) => it.get('files', id));
      return record && piecesFrom(database, record);
    },
    async bringBack(author, { id, size, sha256 }, bytes) {
      if (bytes.size !== size) return err('changed');
      // An import that was killed leaves some pieces.
      const pieces = await database((it) => it.count('filePieces', piecesOf(id)));
      if (pieces * pieceSize >= size) return ok('was-here');
      const stored = await storedOrRemoved(id, async () => {
        const checksum = await storeBytes(id, author, bytes, undefined);
        return checksum.ok && checksum.value !== sha256 ? err('changed') : checksum;
      });
      return stored.ok ? ok('added') : stored;
    },
    remove,
    keepForUndo: (id) =>
      database(async (it) => {
        const { store, done } = it.transaction('files', 'readwrite');
        const record = await store.get(id);
        if (record) await store.put({ ...record, keptAt: now() });
        await done;
      }),
  };
}

async function* piecesFrom(database: Database, { id, size }: StoredFile) {
  for (let from = 0; from < size; from += pieceSize) {
    const bytes = await readFileBytes(database, id, { from, to: from + pieceSize });
    if (!bytes) throw new Error('The file was removed while it was read.');
    yield bytes;
  }
}

/** Undefined if the file is no longer as it was, or cannot be read. */
async function readSlice(
  file: Blob,
  from: number,
  to: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer());
    return bytes.length === to - from ? bytes : undefined;
  } catch {
    return undefined;
  }
}
