import type { ObjectDatabase } from './object-database.ts';
import { versionFrom, type ObjectVersion } from './object-version.ts';

/** Which part of a bucket to list, in the order of the keys' bytes. */
export type Listing = {
  readonly prefix: string;
  /** Keys are grouped by what is before the first of these behind the prefix; if empty, they are not. */
  readonly delimiter: string;
  /** Begins behind this key or group. */
  readonly after: string;
  /** In lists of versions: begins behind this version of that key. */
  readonly afterVersion?: string;
  readonly limit: number;
};

export type Listed = {
  readonly versions: readonly ObjectVersion[];
  /** What the keys that are grouped begin with. */
  readonly groups: readonly string[];
  /** The last that was listed, if there are more. */
  readonly next?: { readonly key: string; readonly version?: string };
};

export type Lists = {
  /** The latest versions, without tombstones. */
  objects(bucket: string, listing: Listing): Listed;
  /** All versions and tombstones, the newest of a key first. */
  versions(bucket: string, listing: Listing): Listed;
};

/** A key, and the id of its newest version that was not listed yet; versions are listed downwards. */
type Position = { readonly key: Buffer; readonly below: number };

const all = Number.MAX_SAFE_INTEGER;
const none = 0;

export function createLists({ sql }: ObjectDatabase): Lists {
  const from = 'bucket = ?1 AND key >= ?2 AND (key > ?2 OR id < ?3)';
  const objectsFrom = sql.prepare(
    `SELECT * FROM versions WHERE ${from} AND is_latest = 1 AND is_tombstone = 0 ORDER BY key`,
  );
  const versionsFrom = sql.prepare(`SELECT * FROM versions WHERE ${from} ORDER BY key, id DESC`);
  const idOf = sql.prepare('SELECT id FROM versions WHERE bucket = ? AND key = ? AND version = ?');

  return {
    objects: (bucket, listing) =>
      list(listing, startOf(listing, none), ({ key, below }) =>
        versionsIn(objectsFrom.iterate(bucket, key, below)),
      ),
    versions(bucket, listing) {
      const { after, afterVersion } = listing;
      const row =
        afterVersion === undefined ? undefined : idOf.get(bucket, Buffer.from(after), afterVersion);
      return list(listing, startOf(listing, Number(row?.['id'] ?? none)), ({ key, below }) =>
        versionsIn(versionsFrom.iterate(bucket, key, below)),
      );
    },
  };
}

function startOf({ prefix, after }: Listing, below: number): Position {
  const [first, last] = [Buffer.from(prefix), Buffer.from(after)];
  const isBehindPrefix = after !== '' && Buffer.compare(first, last) <= 0;
  return isBehindPrefix ? { key: last, below } : { key: first, below: all };
}

function* versionsIn(rows: Iterable<unknown>): Generator<ObjectVersion> {
  for (const row of rows) yield versionFrom(row);
}

function list(
  { prefix, delimiter, after, limit }: Listing,
  start: Position,
  rowsFrom: (position: Position) => Iterable<ObjectVersion>,
): Listed {
  const versions: ObjectVersion[] = [];
  const groups: string[] = [];
  let last: Listed['next'];
  let position: Position | undefined = limit > 0 ? start : undefined;
  while (position) {
    const rows = rowsFrom(position);
    position = undefined;
    for (const row of rows) {
      if (!row.key.startsWith(prefix)) break;
      const group = groupOf(row.key, prefix, delimiter);
      const isListed = group !== undefined && (group === after || group === groups.at(-1));
      if (!isListed && versions.length + groups.length === limit)
        return { versions, groups, ...(last && { next: last }) };
      if (group === undefined) {
        versions.push(row);
        last = { key: row.key, version: row.version };
        continue;
      }
      if (!isListed) groups.push(group);
      last = { key: group };
      position = behindGroup(group);
      break;
    }
  }
  return { versions, groups };
}

/** What the key begins with, up to the first delimiter behind the prefix. */
function groupOf(key: string, prefix: string, delimiter: string): string | undefined {
  const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
  return end < 0 ? undefined : key.slice(0, end + delimiter.length);
}

/** Behind all keys that begin so, however many there are. No byte of UTF-8 is 255, so the last can be one more. */
function behindGroup(group: string): Position {
  const key = Buffer.from(group);
  key[key.length - 1] = (key.at(-1) ?? 0) + 1;
  return { key, below: all };
}
