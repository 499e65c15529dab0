import type { Entry } from '../form/entry.ts';
import { responseStateOf } from './review.ts';
import type { ReviewStore } from './review-store.ts';

/** Entries with the notes of their reviews, for their author. Once an entry has been edited, its note is outdated. */
export async function withNotes<Each extends Entry>(
  store: Pick<ReviewStore, 'reviewNotes'>,
  entries: readonly Each[],
): Promise<readonly Each[]> {
  const noted = entries.filter((it) => it.review?.hasNote && responseStateOf(it) !== 'edited');
  if (noted.length === 0) return entries;
  const notes = await store.reviewNotes(
    noted.map((key) => ({ key, review: key.review?.id ?? '' })),
  );
  return entries.map((it) => {
    const note = it.review && noted.includes(it) ? notes.get(it.review.id) : undefined;
    return note === undefined ? it : { ...it, review: { ...it.review, note } };
  });
}
