import type { Problem } from '../api/problem.ts';
import { invalidParameter } from '../api/query-parameters.ts';
import { filesIn } from '../files/files-in.ts';
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
    accept({ onHold, answers }) {
      if (onHold) return err({ code: 'not_found' });
      const known = new Set(filesIn(answers).map(({ id }) => id));
      const isKnown = filesIn(revision.body).every(({ id }) => known.has(id));
      return isKnown ? ok({ correction }) : err(invalidParameter('answers', onlyAuthorAddsFiles));
    },
  });
}

/** Nobody else could send their bytes. */
const onlyAuthorAddsFiles = 'Only the author of an entry adds files';
