import type { Problem } from '#core/api/problem.ts';
import type { HoldReason } from '#core/shield/hold-reason.ts';
import { inspectSubmission, type IsSolved } from '#core/shield/inspect-submission.ts';
import { isSolution, puzzleText } from '#core/shield/puzzle.ts';
import { parseShieldText } from '#core/shield/shield-header.ts';
import type { Result } from '#core/values/result.ts';
import { hash } from '../node-crypto.ts';
import type { ApiDeps, RequestContext } from './request-context.ts';

/** What an entry without an account has to pass before it is stored. @param entry its id */
export function inspectionOf(
  { counters, now }: ApiDeps,
  { request, form, caller }: RequestContext,
  entry: string,
): () => Promise<Result<readonly HoldReason[], Problem>> {
  if (!counters) throw new Error('Without counters no device is served.');
  const { sourceAddress, headers } = request;
  return () =>
    inspectSubmission(
      { counters, now, isSolved },
      {
        form: form.id,
        rates: form.shield?.perHour,
        username: caller.username,
        sourceAddress,
        header: parseShieldText(headers.get('shield')),
        puzzle: { entry, deviceKey: headers.get('device-key') ?? '' },
      },
    );
}

const isSolved: IsSolved = (puzzle, number) =>
  isSolution(hash('sha256', hash('sha256', puzzleText(puzzle), 'base64url') + number, 'buffer'));
