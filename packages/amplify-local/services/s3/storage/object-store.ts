import { randomBytes } from 'node:crypto';
import type { Segment } from './blob-folder.ts';
import type { ObjectDatabase } from './object-database.ts';
import { versionFrom, type Description, type ObjectVersion } from './object-version.ts';

export type Versioning = 'Enabled' | 'Suspended' | undefined;

export type BucketName = { readonly name: string; readonly versioning: Versioning };

/** An object to be stored. Its bytes are on disk already. */
export type NewObject = {
  readonly key: string;
  readonly segments: readonly Segment[];
  readonly etag: string;
  readonly description: Description;
};

/** What happened to an object, in the words of S3's events. */
export type ObjectEvent = {
  readonly bucket: string;
  /** `ObjectCreated:Put`. */
  readonly name: string;
  readonly object: Pick<ObjectVersion, 'id' | 'key' | 'version' | 'size' | 'etag'>;
  readonly happenedAt: number;
};

export type ObjectStore = {
  /** The version with this id, or else the latest; a tombstone too. */
  find(bucket: string, key: string, version?: string): ObjectVersion | undefined;
  segmentsOf(version: ObjectVersion): readonly Segment[];
  /** Stores an object. What it replaces is gone in the same moment. */
  put(
    bucket: BucketName,
    object: NewObject,
    event: string,
    also?: AlsoInTransaction,
  ): ObjectVersion;
  /** Runs it in a transaction, and then deletes the files that nothing refers to any more. */
  change<Result>(work: (removed: string[]) => Result): Result;
  /** Deletes the latest version, which in a bucket with versions adds a tombstone; returns that if so. */
  delete(bucket: BucketName, key: string, event?: string): ObjectVersion | undefined;
  /** Deletes a version for good, and returns what it was. */
  deleteVersion(
    bucket: string,
    key: string,
    version: string,
    event?: string,
  ): ObjectVersion | undefined;
  /** Replaces what is known about a version. @param event `ObjectTagging:Put` */
  describe(bucket: string, version: ObjectVersion, description: Description, event: string): void;
};

/** More to do in the same transaction: adds the blobs that may have to be deleted to the list. */
type AlsoInTransaction = (removed: string[], added: ObjectVersion) => void;

type Deps = {
  readonly database: ObjectDatabase;
  readonly now: () => number;
  /** Deletes the files of blobs that nothing refers to any more. */
  readonly deleteBlobs: (blobs: readonly string[]) => void;
  /** Called in the transaction in which it happens. */
  readonly record: (event: ObjectEvent) => void;
};

/** The objects of all buckets. */
export function createObjectStore({ database, now, deleteBlobs, record }: Deps): ObjectStore {
  const { sql, inTransaction } = database;
  const latest = sql.prepare(
    'SELECT * FROM versions WHERE bucket = ? AND key = ? AND is_latest = 1',
  );
  const byVersion = sql.prepare(
    'SELECT * FROM versions WHERE bucket = ? AND key = ? AND version = ?',
  );
  const newest = sql.prepare(
    'SELECT * FROM versions WHERE bucket = ? AND key = ? ORDER BY id DESC LIMIT 1',
  );
  const insert = sql.prepare(
    'INSERT INTO versions (bucket, key, version, is_latest, is_tombstone, size, etag, changed_at, description) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?) RETURNING *',
  );
  const insertSegment = sql.prepare(
    'INSERT INTO segments (owner, position, blob, size) VALUES (?, ?, ?, ?)',
  );
  const setLatest = sql.prepare('UPDATE versions SET is_latest = ? WHERE id = ?');
  const remove = sql.prepare('DELETE FROM versions WHERE id = ?');
  const segmentsFrom = sql.prepare(
    'SELECT blob, size FROM segments WHERE owner = ? ORDER BY position',
  );
  const setDescription = sql.prepare('UPDATE versions SET description = ? WHERE id = ?');
  const isReferenced = createIsReferenced(database);

  const find: ObjectStore['find'] = (bucket, key, version) => {
    const row =
      version === undefined
        ? latest.get(bucket, Buffer.from(key))
        : byVersion.get(bucket, Buffer.from(key), version);
    return row && versionFrom(row);
  };
  const segmentsOf: ObjectStore['segmentsOf'] = ({ id }) => segmentsFrom.all(id) as Segment[];

  function change<Result>(work: (removed: string[]) => Result): Result {
    const removed: string[] = [];
    const result = inTransaction(() => work(removed));
    deleteBlobs(removed.filter((blob) => !isReferenced(blob)));
    return result;
  }

  function removeVersion(version: ObjectVersion, removed: string[]): void {
    removed.push(...segmentsOf(version).map(({ blob }) => blob));
    remove.run(version.id);
  }

  function add(
    { name, versioning }: BucketName,
    { key, segments, etag, description }: NewObject,
    isTombstone: boolean,
    removed: string[],
  ): ObjectVersion {
    const version = versioning === 'Enabled' ? newVersionId() : 'null';
    const replaced = version === 'null' ? find(name, key, version) : undefined;
    if (replaced) removeVersion(replaced, removed);
    const previous = find(name, key);
    if (previous) setLatest.run(0, previous.id);
    const size = segments.reduce((sum, it) => sum + it.size, 0);
    const row = insert.get(
      name,
      Buffer.from(key),
      version,
      Number(isTombstone),
      size,
      etag,
      now(),
      JSON.stringify(description),
    );
    const added = versionFrom(row);
    segments.forEach((it, position) => insertSegment.run(added.id, position, it.blob, it.size));
    return added;
  }

  function deleteVersion(
    bucket: string,
    key: string,
    version: string,
    event = removedForGood,
  ): ObjectVersion | undefined {
    return change((removed) => {
      const found = find(bucket, key, version);
      if (!found) return undefined;
      removeVersion(found, removed);
      const next = found.isLatest ? newest.get(bucket, Buffer.from(key)) : undefined;
      if (next) setLatest.run(1, versionFrom(next).id);
      record({ bucket, name: event, object: found, happenedAt: now() });
      return found;
    });
  }

  return {
    find,
    segmentsOf,
    deleteVersion,

    change,

    put(bucket, object, event, also = () => {}) {
      return change((removed) => {
        const added = add(bucket, object, false, removed);
        also(removed, added);
        record({ bucket: bucket.name, name: event, object: added, happenedAt: added.changedAt });
        return added;
      });
    },

    delete(bucket, key, kind = 'ObjectRemoved') {
      if (bucket.versioning === undefined) {
        deleteVersion(bucket.name, key, 'null', `${kind}:Delete`);
        return undefined;
      }
      return change((removed) => {
        const tombstone = { key, segments: [], etag: '', description: nothing };
        const added = add(bucket, tombstone, true, removed);
        const name = `${kind}:DeleteMarkerCreated`;
        record({ bucket: bucket.name, name, object: added, happenedAt: added.changedAt });
        return added;
      });
    },

    describe(bucket, version, description, name) {
      change(() => {
        setDescription.run(JSON.stringify(description), version.id);
        record({ bucket, name, object: version, happenedAt: now() });
      });
    },
  };
}

/** Whether a version or a part has these bytes. */
export function createIsReferenced({ sql }: ObjectDatabase): (blob: string) => boolean {
  const query = sql.prepare(
    'SELECT EXISTS (SELECT 1 FROM segments WHERE blob = ?1) OR EXISTS (SELECT 1 FROM parts WHERE blob = ?1) AS found',
  );
  return (blob) => query.get(blob)?.['found'] === 1;
}

const removedForGood = 'ObjectRemoved:Delete';

const nothing: Description = { headers: {}, metadata: {}, tags: {} };

function newVersionId(): string {
  return randomBytes(24).toString('base64url');
}
