import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import type { EntryKey, EntryStore } from '../entries/store/entry-store.ts';
import { isOwnRow, type OwnRows } from '../roles/rows-of-member.ts';
import { isUuid } from '../values/id.ts';
import { err, ok, type Result } from '../values/result.ts';
import { currentVersion } from './current-version.ts';
import { mostVersions, type EntryVersion } from './entry-version.ts';

export type VersionsQuery = {
  readonly key: EntryKey;
  /** As sent: the version before which to continue. */
  readonly cursor?: string | undefined;
  /** The only ones to show, if it is not all. */
  readonly rows?: OwnRows | undefined;
};

export type VersionList = {
  readonly versions: readonly EntryVersion[];
  /** Absent on the last page. */
  readonly cursor?: string;
};

type Deps = { readonly store: Pick<EntryStore, 'find' | 'versionsOf'> };

/** Lambda answers with at most 6 MB, and each version may have 350 kB. */
const versionsInPage = 10;

/**
 * What an entry answers and has answered, newest first, one page at a time. A page can be short, or even empty,
 * although another one follows.
 */
export async function listVersions(
  { store }: Deps,
  { key: { id, ...others }, cursor, rows }: VersionsQuery,
): Promise<Result<VersionList, Problem>> {
  if (!isUuid(id)) return err({ code: 'not_found' });
  const entry = await store.find({ ...others, id: id.toLowerCase() });
  if (!entry || entry.deletedAt) return err({ code: 'not_found' });
  if (cursor !== undefined && !/^[1-9]\d{0,14}$/.test(cursor))
    return err(invalidParameter('cursor', 'Use a cursor from an earlier answer'));
  const now = currentVersion(entry);
  const before = cursor === undefined ? now.version : Math.min(Number(cursor), now.version);
  const oldest = Math.max(1, entry.version - mostVersions);
  const from = Math.max(oldest, before - versionsInPage);
  const wanted = Array.from({ length: Math.max(0, before - from) }, (_, i) => from + i);
  const kept = await store.versionsOf(entry, wanted);
  const versions = [...(cursor === undefined ? [now] : []), ...kept]
    .toSorted((a, b) => b.version - a.version)
    .filter((it) => !rows || isOwnRow(rows, it));
  return ok({ versions, ...(from > oldest && { cursor: String(from) }) });
}
