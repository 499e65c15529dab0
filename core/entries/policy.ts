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

/** Whether a caller may use a route. An author needs no rule: what is not theirs is not found. */
export function may({ groups }: Caller, who: Who): boolean {
  return who !== 'owner' || groups.includes(owners);
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
