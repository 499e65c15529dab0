import type { Problem } from '../api/problem.ts';
import { ok, type Result } from '../values/result.ts';
import { answeredIn, hasEarlierVersions } from '../versions/current-version.ts';
import {
  applyChange,
  answerlessMeanings,
  type ChangeDeps,
  type ChangeResult,
  type ChangeTarget,
} from './apply-change.ts';
import type { EntryStore, StoredEntry } from './store/entry-store.ts';

type Deps = ChangeDeps & { readonly store: Pick<EntryStore, 'purge' | 'alignExpiry'> };

export type Withdrawal = ChangeTarget & {
  /** Erases the answers immediately, so that the entry cannot be restored. */
  readonly permanent: boolean;
};

/** Withdraws an entry. Its id stays in use, so a late retry of the submission does not store it again. */
export async function withdraw(
  deps: Deps,
  { permanent, ...target }: Withdrawal,
): Promise<Result<ChangeResult, Problem>> {
  const changed = await applyChange(deps, {
    ...target,
    meanings: [permanent ? answerlessMeanings.erase : answerlessMeanings.withdraw],
    make: (current, at) => {
      if (current.erased) return ok(undefined);
      const { deletedAt = at, withdrawnVersion = current.version, seats: _, ...rest } = current;
      const withdrawn = { ...rest, ...answeredIn(current), deletedAt, withdrawnVersion };
      return ok(permanent ? erasedFrom(withdrawn) : withdrawn);
    },
  });
  // A retry purges again: the first attempt may have failed at this point.
  if (changed.ok && changed.value.entry.erased) await deps.store.purge(changed.value.entry);
  // Even if there was nothing beside it when it was read: somebody may have written it before this update.
  else if (changed.ok) await deps.store.alignExpiry(changed.value.entry);
  return changed;
}

/** Whether something beside an entry may have to expire with its answers. */
export function hasItemsBeside(entry: StoredEntry): boolean {
  const { review, commentCount, assignmentCount } = entry;
  const hasAny = [review, commentCount, assignmentCount].some((it) => it !== undefined);
  return hasAny || hasEarlierVersions(entry);
}

/**
 * The entry without its answers, and without digests from which short answers could be guessed. Whether it was on hold
 * is for the store, which does not erase it if it has been released since, and took seats.
 */
export function erasedFrom(entry: StoredEntry): StoredEntry {
  const { id, form, formVersion, username, version, createdAt, updatedAt, deletedAt, onHold } =
    entry;
  const own = { id, form, formVersion, username, version, createdAt, updatedAt };
  return {
    ...own,
    ...(deletedAt && { deletedAt }),
    ...(onHold && { onHold, isNoResponse: true }),
    answers: {},
    erased: true,
  };
}
