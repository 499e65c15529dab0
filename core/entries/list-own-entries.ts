import { fromShortId, shortId } from '../values/id.ts';
import type { Entry } from '../form/entry.ts';
import type { Problem } from '../api/problem.ts';
import { ok, type Result } from '../values/result.ts';
import { parsePageSize, parseCursor, parseBoolean } from '../api/query-parameters.ts';
import type { StoredAssignment } from '../assignments/assignment.ts';
import type { StoredComment } from '../comments/comment.ts';
import type { StoredReview } from '../review/review.ts';
import { withNotes } from '../review/with-notes.ts';
import type { EntryStore, MailState } from './store/entry-store.ts';
import { oldestRestorable } from './restore-period.ts';

export type ListQuery = {
  readonly username: string;
  readonly form: string;
  /** As sent: `limit` from 1 to 100, `cursor` from an earlier page. */
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
  /** `true` lists the withdrawn entries that can still be restored. */
  readonly withdrawn?: string | undefined;
  /** The earlier name of `withdrawn`. */
  readonly deleted?: string | undefined;
};

export type EntryList = {
  readonly entries: readonly Entry[];
  readonly cursor?: string;
  /** The state of the confirmation mail, when the request selects one entry. */
  readonly mail?: MailState;
  /** All reviews, then too, for owners. */
  readonly reviews?: readonly StoredReview[];
  /** And all comments. */
  readonly comments?: readonly StoredComment[];
  /** And all assignments, and whom it can be assigned to, by address. */
  readonly assignments?: readonly StoredAssignment[];
  readonly assignees?: readonly string[];
};

type Deps = { readonly store: Pick<EntryStore, 'list' | 'reviewNotes'>; readonly now: () => Date };

/** The author's own entries of a form, newest first, one page at a time. */
export async function listOwnEntries(
  { store, now }: Deps,
  { username, form, limit, cursor, withdrawn, deleted }: ListQuery,
): Promise<Result<EntryList, Problem>> {
  const size = parsePageSize(limit);
  if (!size.ok) return size;
  const isWithdrawn =
    withdrawn === undefined
      ? parseBoolean('deleted', deleted)
      : parseBoolean('withdrawn', withdrawn);
  if (!isWithdrawn.ok) return isWithdrawn;
  // A cursor is only an id: the partition comes from the caller's claims, so forging one gains nothing.
  const before = parseCursor(cursor, fromShortId);
  if (!before.ok) return before;
  const page = await store.list({
    username,
    form,
    limit: size.value,
    ...(before.value && { before: before.value }),
    ...(isWithdrawn.value && { withdrawnAfter: oldestRestorable(now()).toISOString() }),
  });
  const entries = await withNotes(store, page.entries);
  return ok({ entries, ...(page.next && { cursor: shortId(page.next) }) });
}
