import { join } from 'node:path';
import { openBlobFolder, type BlobFolder } from './blob-folder.ts';
import { createEventQueue, type EventQueue } from './event-queue.ts';
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
  readonly events: EventQueue;
  readonly now: () => number;
  /** Deletes everything in a bucket. */
  dropBucket(name: string): void;
};

type Setting = {
  readonly now: () => number;
  /** Called in the transaction in which it happens, to queue what functions receive. */
  readonly record?: (event: ObjectEvent, events: EventQueue) => void;
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
  const events = createEventQueue(database);
  const store = createObjectStore({
    database,
    now,
    deleteBlobs: (it) => blobs.delete(it),
    record: (event) => record(event, events),
  });
  return {
    store,
    blobs,
    events,
    lists: createLists(database),
    multipart: createMultipartStore({ database, store, now }),
    now,
    dropBucket(name) {
      const blobsOf = database.sql.prepare(
        `SELECT blob FROM segments JOIN versions ON owner = versions.id WHERE bucket = ?1
         UNION SELECT blob FROM parts JOIN uploads ON upload = uploads.id WHERE bucket = ?1`,
      );
      store.change((removed) => {
        removed.push(...blobsOf.all(name).map((it) => String(it['blob'])));
        for (const table of ['versions', 'uploads'])
          database.sql.prepare(`DELETE FROM ${table} WHERE bucket = ?`).run(name);
      });
    },
    close: () => database.close(),
  };
}
