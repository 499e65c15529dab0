import type { Entry } from '../form/entry.ts';
import type { StoredEntry } from '../entries/store/entry-store.ts';

/** What an entry answered in one of its versions. */
export type EntryVersion = Pick<
  Entry,
  'version' | 'formVersion' | 'begunOn' | 'answers' | 'correction'
> & {
  /** Since when: ISO 8601 in UTC, from the server's clock. */
  readonly at: string;
};

/**
 * Of how many of an entry's latest changes the version is kept that they replaced, so that an entry that is changed
 * all the time does not grow without end.
 */
export const mostVersions = 50;

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
