import { fromShortId, shortId } from '../id.ts';
import type { Entry } from '../entry.ts';
import type { Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import type { EntryStore } from './store.ts';

const defaultLimit = 25;
const maxLimit = 100;

export type Listing = {
  readonly username: string;
  readonly form: string;
  /** As sent: `limit` from 1 to 100, `cursor` from an earlier answer. */
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
};

export type Listed = { readonly entries: readonly Entry[]; readonly cursor?: string };

/** The author's own entries of a form, newest first, a page at a time. */
export async function list(
  { store }: { readonly store: Pick<EntryStore, 'list'> },
  { username, form, limit = String(defaultLimit), cursor }: Listing,
): Promise<Result<Listed, Problem>> {
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > maxLimit)
    return err(badParameter('limit', `Ask for 1 to ${maxLimit} entries`));
  // A cursor is only an id: the partition comes from the caller's claims, so forging one gains nothing.
  const before = cursor === undefined ? undefined : fromShortId(cursor);
  if (cursor !== undefined && before === undefined)
    return err(badParameter('cursor', 'Use a cursor from an earlier answer'));
  const page = await store.list({
    username,
    form,
    limit: Number(limit),
    ...(before && { before }),
  });
  return ok({ entries: page.entries, ...(page.next && { cursor: shortId(page.next) }) });
}

function badParameter(field: string, message: string): Problem {
  return { code: 'invalid_parameter', errors: [{ field, message }] };
}
