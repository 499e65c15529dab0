import { keyOf, type Response } from '../data/response.ts';
import type { ResponseRow } from '../data/response-row.ts';
import type { PageOfResponses, ResponsesApi } from '../data/responses-api.ts';
import type { InstantRange } from '../time-zone/days-in-zone.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { ok, type Result } from '#core/values/result.ts';

export type Newer = {
  /** The newest first. */
  readonly responses: readonly Response[];
  /** There are more than the server sends at once. */
  readonly hasMore: boolean;
};

/** What came in after the rows that are loaded: one page of the newest, and so little that the server reads nothing twice. */
export async function newerThan(
  api: Pick<ResponsesApi, 'page'>,
  range: InstantRange,
  rows: readonly ResponseRow[],
): Promise<Result<Newer, ApiFailure>> {
  const newest = rows[0]?.stored.createdAt;
  const read = await api.page({ ...range, ...(newest !== undefined && { from: newest }) });
  if (!read.ok) return read;
  return ok(unknownIn(read.value, rows));
}

/** Some may have come in the same millisecond as the newest that is known. */
function unknownIn({ responses, cursor }: PageOfResponses, rows: readonly ResponseRow[]): Newer {
  const newest = rows[0]?.stored.createdAt;
  const later = rows.findIndex(({ stored }) => stored.createdAt !== newest);
  const same = later < 0 ? rows : rows.slice(0, later);
  const known = new Set(same.map(({ stored }) => keyOf(stored)));
  return {
    responses: responses.filter((it) => !known.has(keyOf(it))),
    hasMore: cursor !== undefined,
  };
}
