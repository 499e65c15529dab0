import type { Result } from '#core/values/result.ts';
import type { StoredTransfer } from '../device/device-database.ts';
import type { StorageFailure } from '../device/storage-failure.ts';
import type { QueuedChange } from './changes/queued-change.ts';

/** Writes and reads what goes from one device's outbox to another's as a file. */
export type OutboxFiles = {
  /** The undelivered ones among these, with the bytes of their files, and of files whose entry was delivered. */
  write(changes: readonly QueuedChange[], transfers: readonly StoredTransfer[]): Promise<Blob>;
  /** Stores the bytes that are in it, all or none, and returns the rest. */
  store(file: Blob, author: string): Promise<Result<ReadOutbox, ImportFailure>>;
};

export type ReadOutbox = {
  readonly changes: readonly QueuedChange[];
  /** Of each file whose bytes were in it. */
  readonly transfers: readonly StoredTransfer[];
};

export type UnreadableFile = 'not-an-outbox' | 'of-somebody-else' | 'damaged';

export type ImportFailure = UnreadableFile | StorageFailure | 'online-only';

/** How much there was in a file, whether or not it was here before. */
export type Imported = { readonly changes: number; readonly files: number };
