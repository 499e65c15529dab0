import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type ObjectDatabase = {
  readonly sql: DatabaseSync;
  /** All of it or nothing. Once it returns, it would survive a crash. */
  readonly inTransaction: <Result>(work: () => Result) => Result;
  close(): void;
};

/**
 * Opens the metadata of all objects. Keys are stored as bytes, because S3 lists them in the order of their bytes,
 * and because they may contain NUL.
 */
export function openObjectDatabase(file: string): ObjectDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const sql = new DatabaseSync(file);
  sql.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    ${schema}
  `);
  return {
    sql,
    inTransaction(work) {
      sql.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        sql.exec('COMMIT');
        return result;
      } catch (thrown) {
        sql.exec('ROLLBACK');
        throw thrown;
      }
    },
    close: () => sql.close(),
  };
}

/** A tombstone is what S3 calls a delete marker. Times are in milliseconds since 1970. */
const schema = `
  CREATE TABLE IF NOT EXISTS versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    bucket TEXT NOT NULL,
    key BLOB NOT NULL,
    version TEXT NOT NULL,
    is_latest INTEGER NOT NULL,
    is_tombstone INTEGER NOT NULL,
    size INTEGER NOT NULL,
    etag TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    description TEXT NOT NULL,
    UNIQUE (bucket, key, version)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS versions_in_order ON versions (bucket, key, id DESC);
  CREATE UNIQUE INDEX IF NOT EXISTS latest_versions ON versions (bucket, key) WHERE is_latest = 1;
  CREATE TABLE IF NOT EXISTS segments (
    owner INTEGER NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    blob TEXT NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (owner, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS segments_by_blob ON segments (blob);
  CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY,
    bucket TEXT NOT NULL,
    key BLOB NOT NULL,
    started_at INTEGER NOT NULL,
    description TEXT NOT NULL,
    algorithm TEXT,
    completed TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS uploads_in_order ON uploads (bucket, key, started_at, id);
  CREATE TABLE IF NOT EXISTS parts (
    upload TEXT NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    blob TEXT NOT NULL,
    size INTEGER NOT NULL,
    etag TEXT NOT NULL,
    checksum TEXT,
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (upload, number)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS parts_by_blob ON parts (blob);
  CREATE TABLE IF NOT EXISTS events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    function TEXT NOT NULL,
    payload TEXT NOT NULL,
    happened_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS events_due ON events (due_at);
`;
