import type { Problem } from '../problem.ts';
import { ok, type Result } from '../result.ts';
import { change, wordless, type ChangeDeps, type Changed, type Target } from './change.ts';
import type { EntryStore, StoredEntry } from './store.ts';

type Deps = ChangeDeps & { readonly store: Pick<EntryStore, 'purge'> };

export type Withdrawal = Target & {
  /** Erases the answers at once, instead of keeping them for the days in which they can be restored. */
  readonly permanent: boolean;
};

/** Takes an entry back. Its id stays taken, so a late repeat of the submission never brings it back. */
export async function withdraw(
  deps: Deps,
  { permanent, ...target }: Withdrawal,
): Promise<Result<Changed, Problem>> {
  const changed = await change(deps, {
    ...target,
    meanings: [permanent ? wordless.erase : wordless.withdraw],
    make: (current, at) => {
      if (current.erased) return ok(undefined);
      const { deletedAt = at, withdrawnVersion = current.version } = current;
      const withdrawn = { ...current, deletedAt, withdrawnVersion };
      return ok(permanent ? erasedFrom(withdrawn) : withdrawn);
    },
  });
  // Also when it was done before: then the first time may have ended just here.
  if (changed.ok && changed.value.entry.erased) await deps.store.purge(changed.value.entry);
  return changed;
}

/** Neither the answers, nor digests from which short answers could be guessed. */
export function erasedFrom(entry: StoredEntry): StoredEntry {
  const { id, form, formVersion, username, version, createdAt, updatedAt, deletedAt } = entry;
  const own = { id, form, formVersion, username, version, createdAt, updatedAt };
  return { ...own, ...(deletedAt && { deletedAt }), answers: {}, erased: true };
}
