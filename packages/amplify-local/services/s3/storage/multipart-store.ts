import { randomBytes } from 'node:crypto';
import type { Segment } from './blob-folder.ts';
import type { ObjectDatabase } from './object-database.ts';
import type { BucketName, NewObject, ObjectStore } from './object-store.ts';
import type { Algorithm, Description } from './object-version.ts';

/** An object that is being uploaded in parts. */
export type Upload = {
  readonly id: string;
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly description: Description;
  /** Of the checksum that every part has. */
  readonly algorithm: Algorithm | undefined;
};

export type Part = Segment & {
  readonly number: number;
  readonly etag: string;
  readonly checksum: string | undefined;
  readonly changedAt: number;
};

/** What a completed upload was answered, and is again when the request is repeated. */
export type Completed = { readonly etag: string; readonly version: string };

export type MultipartStore = {
  begin(bucket: string, upload: Pick<Upload, 'key' | 'description' | 'algorithm'>): Upload;
  /** Undefined also if it was completed. */
  find(bucket: string, key: string, id: string): Upload | undefined;
  completed(bucket: string, key: string, id: string): Completed | undefined;
  /** In the order of their keys, behind this key, or this upload of it. */
  list(bucket: string, after: { readonly key: string; readonly id: string }): readonly Upload[];
  /** Replaces the part with the same number. False if the upload is gone. */
  putPart(id: string, part: Part): boolean;
  parts(id: string): readonly Part[];
  /** Turns the upload into an object, all at once. Parts that are not in it are deleted. */
  complete(upload: Upload, bucket: BucketName, object: NewObject): Completed;
  abort(id: string): void;
  /** Forgets what was completed before this time. */
  forgetCompleted(before: number): void;
};

type Deps = {
  readonly database: ObjectDatabase;
  readonly store: Pick<ObjectStore, 'put' | 'change'>;
  readonly now: () => number;
};

export function createMultipartStore({ database: { sql }, store, now }: Deps): MultipartStore {
  const insert = sql.prepare(
    'INSERT INTO uploads (id, bucket, key, started_at, description, algorithm) VALUES (?, ?, ?, ?, ?, ?) RETURNING *',
  );
  const byId = sql.prepare('SELECT * FROM uploads WHERE id = ? AND bucket = ? AND key = ?');
  const isOpen = sql.prepare('SELECT 1 FROM uploads WHERE id = ? AND completed IS NULL');
  const after = sql.prepare(
    `SELECT * FROM uploads WHERE bucket = ?1 AND completed IS NULL
     AND (key > ?2 OR (key = ?2 AND ?3 <> '' AND (started_at, id) > (SELECT started_at, id FROM uploads WHERE id = ?3)))
     ORDER BY key, started_at, id`,
  );
  const replacePart = sql.prepare(
    'INSERT OR REPLACE INTO parts (upload, number, blob, size, etag, checksum, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const partsOf = sql.prepare('SELECT * FROM parts WHERE upload = ? ORDER BY number');
  const blobOf = sql.prepare('SELECT blob FROM parts WHERE upload = ? AND number = ?');
  const deleteParts = sql.prepare('DELETE FROM parts WHERE upload = ?');
  const deleteUpload = sql.prepare('DELETE FROM uploads WHERE id = ?');
  const setCompleted = sql.prepare('UPDATE uploads SET completed = ? WHERE id = ?');
  const forget = sql.prepare('DELETE FROM uploads WHERE completed IS NOT NULL AND started_at < ?');

  const row = (bucket: string, key: string, id: string) =>
    byId.get(id, bucket, Buffer.from(key)) as UploadRow | undefined;
  const parts = (id: string) => partsOf.all(id).map(partFrom);

  return {
    parts,

    begin(bucket, { key, description, algorithm }) {
      const id = randomBytes(48).toString('base64url');
      const json = JSON.stringify(description);
      return uploadFrom(insert.get(id, bucket, Buffer.from(key), now(), json, algorithm ?? null));
    },

    find(bucket, key, id) {
      const found = row(bucket, key, id);
      return found && found.completed === null ? uploadFrom(found) : undefined;
    },

    completed(bucket, key, id) {
      const completed = row(bucket, key, id)?.completed;
      return typeof completed === 'string' ? (JSON.parse(completed) as Completed) : undefined;
    },

    list: (bucket, { key, id }) => after.all(bucket, Buffer.from(key), id).map(uploadFrom),

    putPart(id, { number, blob, size, etag, checksum, changedAt }) {
      return store.change((removed) => {
        if (!isOpen.get(id)) {
          removed.push(blob);
          return false;
        }
        const replaced = blobOf.get(id, number)?.['blob'];
        if (typeof replaced === 'string') removed.push(replaced);
        replacePart.run(id, number, blob, size, etag, checksum ?? null, changedAt);
        return true;
      });
    },

    complete({ id }, bucket, object) {
      const added = store.put(
        bucket,
        object,
        'ObjectCreated:CompleteMultipartUpload',
        (removed, stored) => {
          removed.push(...parts(id).map(({ blob }) => blob));
          deleteParts.run(id);
          setCompleted.run(JSON.stringify(completedFrom(stored)), id);
        },
      );
      return completedFrom(added);
    },

    abort(id) {
      store.change((removed) => {
        removed.push(...parts(id).map(({ blob }) => blob));
        deleteUpload.run(id);
      });
    },

    forgetCompleted: (before) => void forget.run(before),
  };
}

function completedFrom({ etag, version }: Completed): Completed {
  return { etag, version };
}

type UploadRow = {
  readonly id: string;
  readonly key: Uint8Array;
  readonly started_at: number;
  readonly description: string;
  readonly algorithm: Algorithm | null;
  readonly completed: string | null;
};

function uploadFrom(row: unknown): Upload {
  const { id, key, started_at, description, algorithm } = row as UploadRow;
  return {
    id,
    key: Buffer.from(key).toString('utf8'),
    startedAt: started_at,
    description: JSON.parse(description) as Description,
    algorithm: algorithm ?? undefined,
  };
}

function partFrom(row: unknown): Part {
  const { number, blob, size, etag, checksum, changed_at } = row as Part & {
    readonly checksum: string | null;
    readonly changed_at: number;
  };
  return { number, blob, size, etag, checksum: checksum ?? undefined, changedAt: changed_at };
}
