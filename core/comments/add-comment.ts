import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import type { EntryKey, EntryStore } from '../entries/store/entry-store.ts';
import { isUuid } from '../values/id.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { Comment, StoredComment } from './comment.ts';
import type { AddedComment } from './comment-store.ts';

type Deps = {
  readonly store: Pick<EntryStore, 'find' | 'addComment'>;
  readonly now: () => Date;
};

export type NewComment = {
  readonly key: EntryKey;
  readonly sent: Omit<Comment, 'at'>;
};

/** Stores a comment once, however often it is sent. It is in nobody's way: no version of the entry is made. */
export async function addComment(
  { store, now }: Deps,
  { key: { id, ...others }, sent }: NewComment,
): Promise<Result<AddedComment, Problem>> {
  const key = { ...others, id: id.toLowerCase() };
  const entry = isUuid(id) ? await store.find(key) : undefined;
  // On hold it is no response yet: owners release it first.
  if (!entry || entry.onHold) return err({ code: 'not_found' });
  if (sent.version > entry.version)
    return err(invalidParameter('version', 'Send the version of the entry that you have seen'));
  const added = await store.addComment(entry, { ...sent, at: now().toISOString() });
  if (!added || added === 'full') return err({ code: added ?? 'gone' });
  const { stored, isNew } = added;
  return isNew || isSame(stored, sent) ? ok(added) : err({ code: 'idempotency_key_reused' });
}

/** Of a comment that was taken back nobody knows the text any more. */
function isSame(stored: StoredComment, sent: NewComment['sent']): boolean {
  const isSameText = stored.text === sent.text || stored.takenBack !== undefined;
  return isSameText && stored.version === sent.version && stored.by === sent.by;
}
