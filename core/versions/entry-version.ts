import type { Entry } from '../form/entry.ts';

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
