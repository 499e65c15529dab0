import { fromShortId, shortId } from '../id.ts';
import type { Entry } from '../entry.ts';
import type { Problem } from '../problem.ts';
import { ok, type Result } from '../result.ts';
import { pageSize, placeAt, yesOrNo } from './page.ts';
import type { EntryStore, MailState } from './store.ts';
import { firstMoment } from './withdrawn.ts';

export type Listing = {
  readonly username: string;
  readonly form: string;
  /** As sent: `limit` from 1 to 100, `cursor` from an earlier answer. */
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
  /** `true` for the withdrawn ones that can still be restored. */
  readonly deleted?: string | undefined;
};

export type Listed = {
  readonly entries: readonly Entry[];
  readonly cursor?: string;
  /** Of the one entry that was asked for. */
  readonly mail?: MailState;
};

type Deps = { readonly store: Pick<EntryStore, 'list'>; readonly now: () => Date };

/** The author's own entries of a form, newest first, a page at a time. */
export async function list(
  { store, now }: Deps,
  { username, form, limit, cursor, deleted }: Listing,
): Promise<Result<Listed, Problem>> {
  const size = pageSize(limit);
  if (!size.ok) return size;
  const withdrawn = yesOrNo('deleted', deleted);
  if (!withdrawn.ok) return withdrawn;
  // A cursor is only an id: the partition comes from the caller's claims, so forging one gains nothing.
  const before = placeAt(cursor, fromShortId);
  if (!before.ok) return before;
  const page = await store.list({
    username,
    form,
    limit: size.value,
    ...(before.value && { before: before.value }),
    ...(withdrawn.value && { withdrawnAfter: firstMoment(now()).toISOString() }),
  });
  return ok({ entries: page.entries, ...(page.next && { cursor: shortId(page.next) }) });
}
