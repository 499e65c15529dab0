import type { EntryKey } from '../../entries/store/entry-store.ts';
import type { FileReference } from '../file-reference.ts';
import type { PartRequest, SignedRequest } from '../file-transfer.ts';

/** A file of an entry. */
export type FileKey = EntryKey & { readonly file: string };

/** What the store has under a key, as it found it itself. */
export type StoredFile = {
  readonly size: number;
  /** In base64, of all bytes. */
  readonly sha256: string;
  /** The first ones, which tell the type. */
  readonly firstBytes: Uint8Array;
  readonly storedAt: Date;
};

/** Which bytes an object has. */
export type Fingerprint = {
  /** S3's ETag, without quotation marks. */
  readonly tag: string;
  /** In base64, of all bytes; absent of a file in parts that nobody has examined yet. */
  readonly sha256?: string;
};

/** Milliseconds after which a file that nobody confirmed is deleted: seven days. */
export const longestAwaited = 7 * 24 * 60 * 60 * 1000;

/**
 * The port to the bucket. Each implementation passes `file-store.contract.ts`. A file is awaited until `keep` is
 * called, and deleted after `longestAwaited` if it never is.
 */
export type FileStore = {
  /** A request that stores this file, unless there is one already. It can store no other bytes, and no other type. */
  putRequest(key: FileKey, file: FileReference): Promise<SignedRequest>;
  /** Begins to receive a file in parts. @returns the id of the upload */
  beginUpload(key: FileKey, file: FileReference): Promise<string>;
  /** A request for each part that has not arrived; `undefined` if there is no such upload, or no more. */
  missingParts(
    key: FileKey,
    file: FileReference,
    upload: string,
  ): Promise<readonly PartRequest[] | undefined>;
  /** Makes a file of the parts, if all have arrived. Repeating it is harmless. */
  completeUpload(key: FileKey, file: FileReference, upload: string): Promise<void>;
  /** Looks at a file that is said to have arrived. @param file what it should be */
  examine(key: FileKey, file: FileReference): Promise<StoredFile | undefined>;
  /** Which bytes are stored now; `undefined` if there are none. */
  fingerprint(key: FileKey): Promise<Fingerprint | undefined>;
  /** The file is awaited no more. Idempotent. @returns whether it is there */
  keep(key: FileKey): Promise<boolean>;
  /** The bytes of a picture; `undefined` if it is not there, or is larger, or another type of file. */
  readPicture(key: FileKey, largest: number): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Stores a small copy of a picture beside it, in WebP, if the picture is still there. */
  putSmall(key: FileKey, bytes: Uint8Array): Promise<void>;
  /** Deletes the small copy of a file. Idempotent. */
  removeSmall(key: FileKey): Promise<void>;
  /** Deletes a file, and then its small copy. Idempotent. */
  remove(key: FileKey): Promise<void>;
  /** Deletes all files of an entry, and the parts of those that are being sent. Idempotent. */
  removeAll(entry: EntryKey): Promise<void>;
  /** A short-lived address to download a file from, under its own name. */
  link(key: FileKey, file: FileReference): Promise<string>;
  /** The same of its small copy; `undefined` if there is none. */
  smallLink(key: FileKey): Promise<string | undefined>;
};
