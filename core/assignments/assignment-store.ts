import type { Entry } from '../form/entry.ts';
import type { CountedEntry } from '../entries/store/counted-entry.ts';
import type { Assignment, StoredAssignment } from './assignment.ts';

type EntryKey = Pick<Entry, 'username' | 'form' | 'id'>;

/** The part of the port to the table that has assignments. */
export type AssignmentStore = {
  /**
   * Stores an assignment beside its entry, and in the same moment that it counts. The entry's version stays.
   * @param entry as it was read: it may have changed since
   * @returns the assignment with this id, which may be an earlier one; `undefined` if there is none, and the entry is
   * withdrawn or does not exist
   */
  addAssignment(entry: CountedEntry, assignment: Assignment): Promise<AddedAssignment | undefined>;
  /** All assignments of an entry, in the order in which they were stored. */
  assignmentsOf(key: EntryKey): Promise<readonly StoredAssignment[]>;
  /** Copies the assignments of an entry that another author adopts. Idempotent. */
  copyAssignments(from: EntryKey, to: EntryKey): Promise<void>;
};

export type AddedAssignment = { readonly stored: StoredAssignment; readonly isNew: boolean };
