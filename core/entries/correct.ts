import type { Problem } from '../api/problem.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { Correction } from '../versions/correction.ts';
import type { AnswersInput } from './answers-input.ts';
import type { ChangeResult, ChangeTarget } from './apply-change.ts';
import { replaceAnswers, type ReviseDeps } from './revise.ts';

export type CorrectionToStore = ChangeTarget &
  Omit<AnswersInput, 'savedAt' | 'invitation'> & {
    readonly ifVersion: number;
    readonly correction: Correction;
  };

/** Replaces the answers of somebody's entry, who sees why. It is a version like a revision, also once the form is closed. */
export function correct(
  deps: ReviseDeps,
  { correction, ...revision }: CorrectionToStore,
): Promise<Result<ChangeResult, Problem>> {
  return replaceAnswers(deps, revision, {
    meaningOf: (answers) => ['correct', correction.by, correction.reason, answers],
    // On hold it is no response yet: owners release it first.
    accept: ({ onHold }) => (onHold ? err({ code: 'not_found' }) : ok({ correction })),
  });
}
