import { isRecord } from '#core/values/is-record.ts';
import { ok, type Result } from '#core/values/result.ts';
import { notFromOurApi, type ApiFailure } from '../../../cloud/api/api-failure.ts';
import type { Answers } from '../../../outbox/changes/queued-change.ts';

/** What an entry answers in one of its versions, as the API sends it. */
export type ApiVersion = {
  readonly version: number;
  /** Since when. ISO 8601. */
  readonly at: string;
  readonly formVersion: number;
  readonly answers: Answers;
  /** If an owner gave these answers. Only readers of the form see who. */
  readonly correction?: {
    readonly reason: string;
    readonly by?: string;
    readonly email?: string;
  };
};

export type VersionsPage = {
  /** Newest first. */
  readonly versions: readonly ApiVersion[];
  /** Undefined on the last page. */
  readonly cursor: string | undefined;
};

/** Reads one page of the versions of an entry. */
export type ReadVersions = (query: string) => Promise<Result<unknown, ApiFailure>>;

/** @param cursor of the page before */
export async function readVersions(
  read: ReadVersions,
  cursor?: string,
): Promise<Result<VersionsPage, ApiFailure>> {
  const replied = await read(cursor === undefined ? '' : `?${new URLSearchParams({ cursor })}`);
  if (!replied.ok) return replied;
  const { items, cursor: next } = isRecord(replied.value) ? replied.value : {};
  if (!Array.isArray(items) || !items.every(isApiVersion)) return notFromOurApi;
  return ok({ versions: items, cursor: typeof next === 'string' ? next : undefined });
}

function isApiVersion(it: unknown): it is ApiVersion {
  return (
    isRecord(it) &&
    [it['version'], it['formVersion']].every((number) => typeof number === 'number') &&
    typeof it['at'] === 'string' &&
    isRecord(it['answers']) &&
    (it['correction'] === undefined || isRecord(it['correction']))
  );
}
