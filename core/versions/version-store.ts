import type { Entry } from '../form/entry.ts';
import type { EntryVersion } from './entry-version.ts';

type EntryKey = Pick<Entry, 'username' | 'form' | 'id'>;

/** The part of the port to the table that has the versions that were replaced: `update` stores them. */
export type VersionStore = {
  /** The kept ones among some versions of an entry, in any order. */
  versionsOf(key: EntryKey, versions: readonly number[]): Promise<readonly EntryVersion[]>;
  /** Copies the kept versions of an entry that another author adopts. Idempotent. */
  copyVersions(from: EntryKey, to: EntryKey): Promise<void>;
};
