import type { Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import { change, wordless, type ChangeDeps, type Changed, type Target } from './change.ts';
import { isGone } from './withdrawn.ts';

/** Brings back an entry that was withdrawn, as it was. */
export function restore(deps: ChangeDeps, target: Target): Promise<Result<Changed, Problem>> {
  return change(deps, {
    ...target,
    meanings: [wordless.restore],
    make: (current, at) => {
      const { deletedAt: _deletedAt, withdrawnVersion: _withdrawnVersion, ...entry } = current;
      return isGone(current, new Date(at)) ? err({ code: 'gone' }) : ok(entry);
    },
  });
}
