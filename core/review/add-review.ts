import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import type { EntryKey, EntryStore } from '../entries/store/entry-store.ts';
import { isUuid } from '../values/id.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { SentReview } from './read-review.ts';
import type { Review, StoredReview } from './review.ts';
import type { AddedReview } from './review-store.ts';

type Deps = {
  readonly store: Pick<EntryStore, 'find' | 'addReview'>;
  readonly now: () => Date;
};

export type NewReview = {
  readonly key: EntryKey;
  readonly sent: SentReview & Pick<Review, 'id' | 'by' | 'email'>;
};

/** Stores a review once, however often it is sent. Neither it nor the author's changes refuse the other. */
export async function addReview(
  { store, now }: Deps,
  { key: { id, ...others }, sent }: NewReview,
): Promise<Result<AddedReview, Problem>> {
  const key = { ...others, id: id.toLowerCase() };
  const entry = isUuid(id) ? await store.find(key) : undefined;
  // On hold it is no response yet: owners release it first.
  if (!entry || entry.onHold) return err({ code: 'not_found' });
  if (sent.version > entry.version)
    return err(invalidParameter('version', 'Send the version of the entry that you have seen'));
  const added = await store.addReview(entry, { ...sent, at: now().toISOString() });
  if (!added) return err({ code: 'gone' });
  const { stored, isNew } = added;
  return isNew || isSame(stored, sent) ? ok(added) : err({ code: 'idempotency_key_reused' });
}

function isSame(stored: StoredReview, sent: NewReview['sent']): boolean {
  return (['state', 'version', 'note', 'by'] as const).every((key) => stored[key] === sent[key]);
}
