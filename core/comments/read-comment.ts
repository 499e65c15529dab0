import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import { longestNote, noteIn } from '../review/read-review.ts';
import { isRecord } from '../values/is-record.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { Comment } from './comment.ts';

export type SentComment = Pick<Comment, 'version' | 'text'>;

/** A comment as the body of a request has it. */
export function readComment(body: unknown): Result<SentComment, Problem> {
  const { version, text: sent, ...others } = isRecord(body) ? body : { other: body };
  if (Object.keys(others).length > 0)
    return err(invalidParameter('comment', 'Send version and text, and nothing else'));
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    return err(invalidParameter('version', 'Send the version of the entry that you have seen'));
  const text = noteIn(sent);
  if (!text) return err(invalidParameter('text', `Send a text of 1 to ${longestNote} characters`));
  return ok({ version, text });
}
