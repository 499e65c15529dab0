import type { StoredEntry } from '../entries/store/entry-store.ts';
import type { EntryVersion } from './entry-version.ts';

/** What an entry answers now. Withdrawing and restoring it made newer versions with the same answers. */
export function currentVersion(entry: StoredEntry): EntryVersion {
  const { version, updatedAt, formVersion, begunOn, answers, correction, answeredIn } = entry;
  return {
    version: answeredIn?.version ?? version,
    at: answeredIn?.at ?? updatedAt,
    formVersion,
    ...(begunOn !== undefined && { begunOn }),
    answers,
    ...(correction && { correction }),
  };
}

/** What a version without other answers remembers of the one that had them first. */
export function answeredIn({
  version,
  updatedAt: at,
  answeredIn: earlier = { version, at },
}: StoredEntry): Required<Pick<StoredEntry, 'answeredIn'>> {
  return { answeredIn: earlier };
}

/** Whether its answers have ever been replaced. */
export function hasEarlierVersions(entry: StoredEntry): boolean {
  return (entry.answeredIn?.version ?? entry.withdrawnVersion ?? entry.version) > 1;
}
