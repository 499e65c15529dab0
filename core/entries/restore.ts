import type { Problem } from '../api/problem.ts';
import type { Form } from '../form/define-form.ts';
import { countersFor, countersOf, withSeats } from '../limits/seats.ts';
import { err, ok, type Result } from '../values/result.ts';
import {
  applyChange,
  answerlessMeanings,
  type ChangeDeps,
  type ChangeResult,
  type ChangeTarget,
} from './apply-change.ts';
import type { EntryStore } from './store/entry-store.ts';
import { isGone } from './restore-period.ts';
import { hasItemsBeside } from './withdraw.ts';
import { answeredIn } from '../versions/current-version.ts';

/** Restores a withdrawn entry, if there is still a seat for it. */
export async function restore(
  deps: ChangeDeps & { readonly store: Pick<EntryStore, 'alignExpiry'> },
  { form, ...target }: ChangeTarget & { readonly form: Pick<Form, 'limits' | 'access'> },
): Promise<Result<ChangeResult, Problem>> {
  const changed = await applyChange(deps, {
    ...target,
    counters: countersOf(form),
    meanings: [answerlessMeanings.restore],
    make: (current, at) => {
      const { deletedAt, withdrawnVersion: _withdrawnVersion, ...rest } = current;
      const entry = { ...rest, ...answeredIn(current) };
      if (isGone(current, new Date(at))) return err({ code: 'gone' });
      return ok(
        deletedAt && !entry.onHold
          ? { ...entry, ...withSeats(countersFor(form, entry.answers)) }
          : entry,
      );
    },
  });
  // Nobody has written beside it since it was read, as it was withdrawn.
  if (changed.ok && hasItemsBeside(changed.value.entry))
    await deps.store.alignExpiry(changed.value.entry);
  return changed;
}
