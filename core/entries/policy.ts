import { own } from '../own.ts';
import type { Who } from '../routes.ts';

/** Who is calling, as the authorizer says. */
export type Caller = {
  readonly username: string;
  readonly groups: readonly string[];
  /** The account's own address, if it has been proven to be theirs. */
  readonly email?: string;
};

/** Members read everyone's responses. They change none: an entry is found by its author's name alone. */
const owners = 'owners';

/** Who may use what. An author needs no rule: what is not theirs is not found. */
const rules: Readonly<Record<Who, (caller: Caller) => boolean>> = {
  person: () => true,
  author: () => true,
  owner: ({ groups }) => groups.includes(owners),
};

/** Whether a caller may use a route: nobody may where there is no rule. */
export function may(caller: Caller, who: Who): boolean {
  return own(rules, who)?.(caller) ?? false;
}

/** The address in an id token's claims: one that nobody has verified is nobody's. */
export function verifiedEmail(claims: Readonly<Record<string, unknown>>): string | undefined {
  const { email, email_verified: isVerified } = claims;
  return typeof email === 'string' && String(isVerified) === 'true' ? email : undefined;
}

/** REST v1 hands claims over as text: `cognito:groups` is `a,b`. */
export function groupsIn(claim: unknown): readonly string[] {
  return typeof claim === 'string' && claim !== '' ? claim.split(',') : [];
}
