import type { Entry } from '../../form/entry.ts';

/** An entry as far as it counts what is beside it: reviews, comments and assignments. */
export type CountedEntry = Pick<Entry, 'username' | 'form' | 'id' | 'deletedAt' | 'review'> & {
  /** How many reviews it has had, to number the next. */
  readonly reviewCount?: number;
  /** How many comments it has, without those that were taken back. */
  readonly commentCount?: number;
  /** The address of the member of the form whom it is assigned to, and how often that was decided. */
  readonly assignedTo?: string;
  readonly assignmentCount?: number;
  /** The answers are erased. Only the id remains, so that it is never used again. */
  readonly erased?: true;
};
