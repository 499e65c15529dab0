import type { Problem } from '../api/problem.ts';
import { err, ok, type Result } from '../values/result.ts';
import {
  applyChange,
  answerlessMeanings,
  type ChangeDeps,
  type ChangeResult,
  type ChangeTarget,
} from './apply-change.ts';
import { isGone } from './restore-period.ts';

/** Restores a withdrawn entry. */
export function restore(
  deps: ChangeDeps,
  target: ChangeTarget,
): Promise<Result<ChangeResult, Problem>> {
  return applyChange(deps, {
    ...target,
    meanings: [answerlessMeanings.restore],
    make: (current, at) => {
      const { deletedAt: _deletedAt, withdrawnVersion: _withdrawnVersion, ...entry } = current;
      return isGone(current, new Date(at)) ? err({ code: 'gone' }) : ok(entry);
    },
  });
}
