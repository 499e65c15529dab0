import { join } from 'node:path';
import { openBlobFolder, type BlobFolder } from './blob-folder.ts';
import { createLists, type Lists } from './list-keys.ts';
import { createMultipartStore, type MultipartStore } from './multipart-store.ts';
import { openObjectDatabase } from './object-database.ts';
import {
  createIsReferenced,
  createObjectStore,
  type ObjectEvent,
  type ObjectStore,
} from './object-store.ts';

/** Everything that is stored in buckets. */
export type Storage = {
  readonly store: ObjectStore;
  readonly lists: Lists;
  readonly multipart: MultipartStore;
  readonly blobs: BlobFolder;
  readonly now: () => number;
};

type Setting = {
  readonly now: () => number;
  readonly record?: (event: ObjectEvent) => void;
};

/**
 * Opens everything that is stored in buckets: the bytes in files, all else in a database. The bytes are on disk
 * before the database refers to them, so after a crash an object is there whole, or as it was.
 */
export function openStorage(
  folder: string,
  { now, record = () => {} }: Setting,
): Storage & { close(): void } {
  const database = openObjectDatabase(join(folder, 'objects.sqlite'));
  const blobs = openBlobFolder(join(folder, 'blobs'), createIsReferenced(database));
  const store = createObjectStore({ database, now, deleteBlobs: (it) => blobs.delete(it), record });
  return {
    store,
    blobs,
    lists: createLists(database),
    multipart: createMultipartStore({ database, store, now }),
    now,
    close: () => database.close(),
  };
}
