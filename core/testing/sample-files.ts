import { createHash, randomUUID } from 'node:crypto';
import type { FileReference } from '../files/file-reference.ts';
import type { FileKey } from '../files/store/file-store.ts';

/** The smallest picture in JPEG, and then as many zeros as it takes. */
export function aJpeg(size = 500): Uint8Array {
  const bytes = new Uint8Array(size);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

/** The reference to a file with these bytes. */
export function referenceTo(
  bytes: Uint8Array,
  changes: Partial<FileReference> = {},
): FileReference {
  return {
    id: randomUUID(),
    name: 'house.jpg',
    type: 'image/jpeg',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('base64'),
    ...changes,
  };
}

/** The reference to one of several files, of which nobody needs the bytes. */
export function numberedFile(number: number): FileReference {
  return {
    id: `018f3c2e-7b1a-7000-8000-00000000000${number}`,
    name: `${number}.jpg`,
    type: 'image/jpeg',
    size: 50,
    sha256: 'ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=',
  };
}

/** The key of a file of an entry of somebody. */
export function aFileKey({ id }: Pick<FileReference, 'id'>): FileKey {
  return { form: 'form', username: randomUUID(), id: randomUUID(), file: id };
}
