import { isAtLeast } from '../roles/role.ts';
import { isOwnRow } from '../roles/rows-of-member.ts';
import type { Member } from '../roles/member.ts';

/** Who is to work on an entry, as somebody has decided. It never changes: the next one is another. */
export type Assignment = {
  /** A UUID made by the sender, so that sending it twice stores it once. */
  readonly id: string;
  /** The address of a member of the form, in lower case. Absent for nobody. */
  readonly to?: string;
  /** Who decided it: their username, and their account's address if it is verified. */
  readonly by: string;
  readonly email?: string;
  /** ISO 8601 in UTC, from the server's clock. */
  readonly at: string;
};

/** The order in which the assignments of an entry were stored: 1 for the first. The last one counts. */
export type StoredAssignment = Assignment & { readonly number: number };

/** Whether an entry can be assigned to somebody: an owner or a reviewer of the form who may see it. */
export function isAssignable(
  { role, rows }: Pick<Member, 'role' | 'rows'>,
  entry: Parameters<typeof isOwnRow>[1],
): boolean {
  return isAtLeast(role, 'reviewer') && (!rows || isOwnRow(rows, entry));
}
