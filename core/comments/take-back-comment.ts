import type { Problem } from '../api/problem.ts';
import type { EntryKey, EntryStore } from '../entries/store/entry-store.ts';
import { isUuid } from '../values/id.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { StoredComment, TakenBack } from './comment.ts';

type Deps = {
  readonly store: Pick<EntryStore, 'findComment' | 'takeBackComment'>;
  readonly now: () => Date;
};

export type CommentToTakeBack = {
  readonly key: EntryKey;
  /** The comment's id. */
  readonly id: string;
  readonly by: Omit<TakenBack, 'at'>;
  /** Owners may take back what anybody wrote; others only what they wrote themselves. */
  readonly isOwner: boolean;
};

/** Overwrites the text of a comment. Repeating it changes nothing. */
export async function takeBackComment(
  { store, now }: Deps,
  { key: { id: entry, ...others }, id, by, isOwner }: CommentToTakeBack,
): Promise<Result<StoredComment, Problem>> {
  if (!isUuid(entry) || !isUuid(id)) return err({ code: 'not_found' });
  const key = { ...others, id: entry.toLowerCase() };
  const found = await store.findComment(key, id.toLowerCase());
  if (!found) return err({ code: 'not_found' });
  if (!isOwner && found.by !== by.by) return err({ code: 'forbidden' });
  const at = now().toISOString();
  const stored = await store.takeBackComment(key, found, { ...by, at });
  return stored ? ok(stored) : err({ code: 'not_found' });
}
