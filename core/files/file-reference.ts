import { isUuid } from '../values/id.ts';
import { isRecord } from '../values/is-record.ts';
import type { FileType } from './file-types.ts';

/** A file as an answer refers to it: what it is and how to recognise its bytes, which travel by themselves. */
export type FileReference = {
  /** A UUID, made on the device. It also names the object in the bucket, and never changes. */
  readonly id: string;
  /** As `fileName` makes it. */
  readonly name: string;
  readonly type: FileType;
  /** In bytes. */
  readonly size: number;
  /** In base64, as S3 writes it. */
  readonly sha256: string;
};

/** Exactly the base64 of 32 bytes. */
export const sha256Pattern = '^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$';
const sha256Text = new RegExp(sha256Pattern);

export const isSha256 = (text: string): boolean => sha256Text.test(text);

/**
 * Whether a value has the shape of a reference, whatever its field accepts. Its type may be one that only another
 * version of the app knows: `isFileType`. Every page loads this, and not the list of types.
 */
export function isFileReference(it: unknown): it is FileReference {
  if (!isRecord(it) || Object.keys(it).length !== 5) return false;
  const { id, name, type, size, sha256 } = it;
  return (
    typeof id === 'string' &&
    isUuid(id) &&
    typeof name === 'string' &&
    typeof type === 'string' &&
    typeof size === 'number' &&
    Number.isSafeInteger(size) &&
    size >= 0 &&
    typeof sha256 === 'string' &&
    isSha256(sha256)
  );
}
