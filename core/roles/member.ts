import type { OwnRows } from './rows-of-member.ts';
import type { Role } from './role.ts';

/** A person with a role in one form, known by the verified address of their account, in lower case. */
export type Member = {
  readonly email: string;
  readonly role: Role;
  /** Without it, all. Never for owners, who could give themselves the others. */
  readonly rows?: OwnRows;
  /** Who gave them the role, and when. */
  readonly by: string;
  readonly at: string;
  /** Since when it is certain that the address is theirs: they have used the role, with a verified account. */
  readonly verifiedAt?: string;
};

/** How many people can have a role in one form. */
export const mostMembers = 200;

/** Where the members of forms are stored. Addresses may be in any case. */
export type MemberStore = {
  /** By address. */
  list(form: string): Promise<readonly Member[]>;
  find(form: string, email: string): Promise<Member | undefined>;
  /** The role of one person in each of some forms; those without one are left out. */
  rolesOf(email: string, forms: readonly string[]): Promise<ReadonlyMap<string, Role>>;
  /** Gives somebody a role, instead of the one they had. */
  put(form: string, member: Member): Promise<void>;
  /** Records that the address of a member is verified, unless their role has changed since it was read. */
  verify(form: string, member: Member, at: string): Promise<void>;
  /** Takes the role away. Without one, nothing happens. */
  remove(form: string, removed: Pick<Member, 'email' | 'by' | 'at'>): Promise<void>;
};
