import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../machine/write-atomically.ts';

export type StoredObject = {
  readonly key: string;
  readonly body: Buffer;
  readonly changedAt: Date;
};

/** A bucket that stores each object in a file. */
export type Bucket = {
  readonly name: string;
  keys(): readonly string[];
  object(key: string): StoredObject | undefined;
  /** Resolves once the object would survive a crash. */
  put(key: string, body: Buffer): Promise<void>;
};

export function openBucket(name: string, folder: string): Bucket {
  const fileOf = (key: string) => join(folder, encodeURIComponent(key).replaceAll('.', '%2E'));
  const read = (key: string): StoredObject | undefined => {
    const file = fileOf(key);
    if (!existsSync(file)) return undefined;
    return { key, body: readFileSync(file), changedAt: statSync(file).mtime };
  };
  return {
    name,
    keys: () =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter((it) => !it.endsWith('.tmp'))
            .map(decodeURIComponent)
            .toSorted()
        : [],
    object: read,
    put: (key, body) => writeAtomically(fileOf(key), body),
  };
}

/** The ETag that S3 gives an object sent in one part. */
export function etagOf({ body }: Pick<StoredObject, 'body'>): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}
