import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import { countCodePoints, hasFewMarks, isDamaged, isVisible } from '../values/characters.ts';
import { isRecord } from '../values/is-record.ts';
import { err, ok, type Result } from '../values/result.ts';
import { tidyText } from '../values/tidy-text.ts';
import { reviewStates, type Review, type ReviewState } from './review.ts';

/** Characters of a note. */
export const longestNote = 2000;

export type SentReview = Pick<Review, 'state' | 'version' | 'note'>;

/** A review as the body of a request has it. */
export function readReview(body: unknown): Result<SentReview, Problem> {
  const { state, version, note, ...others } = isRecord(body) ? body : { other: body };
  if (Object.keys(others).length > 0)
    return err(invalidParameter('review', 'Send state, version and note, and nothing else'));
  if (!isReviewState(state))
    return err(invalidParameter('state', `Send one of ${reviewStates.join(', ')}`));
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    return err(invalidParameter('version', 'Send the version of the entry that you have seen'));
  const text = noteIn(note);
  if (text === false)
    return err(invalidParameter('note', `Send a text of at most ${longestNote} characters`));
  if (text === undefined && state === 'sent-back')
    return err(invalidParameter('note', 'Say what the author should change'));
  return ok({ state, version, ...(text !== undefined && { note: text }) });
}

function isReviewState(state: unknown): state is ReviewState {
  return reviewStates.some((it) => it === state);
}

/** A text for the author of an entry. @returns `undefined` without one, false if it is not valid */
export function noteIn(note: unknown): string | undefined | false {
  if (note === undefined) return undefined;
  if (typeof note !== 'string' || note.length > 2 * longestNote) return false;
  if (isDamaged(note) || !hasFewMarks(note)) return false;
  const text = tidyText(note);
  if (countCodePoints(text) > longestNote) return false;
  return isVisible(text) ? text : undefined;
}
