import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import { longestNote, noteIn } from '../review/read-review.ts';
import { isRecord } from '../values/is-record.ts';
import { err, ok, type Result } from '../values/result.ts';

/** Answers, which are not parsed yet, and why they are others. */
export type SentCorrection = { readonly answers: unknown; readonly reason: string };

/** A correction as the body of a request has it. */
export function readCorrection(body: unknown): Result<SentCorrection, Problem> {
  const { answers, reason, ...others } = isRecord(body) ? body : { other: body };
  if (Object.keys(others).length > 0 || answers === undefined)
    return err(invalidParameter('correction', 'Send answers and reason, and nothing else'));
  const text = noteIn(reason);
  if (text) return ok({ answers, reason: text });
  const message = `Say why, in a text of at most ${longestNote} characters`;
  return err(invalidParameter('reason', message));
}
