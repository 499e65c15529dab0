import type { Who } from '../routes.ts';

/** Who is calling, as the authorizer says. */
export type Caller = { readonly username: string; readonly groups: readonly string[] };

/** Members read everyone's responses. They change none: an entry is found by its author's name alone. */
const owners = 'owners';

/** Whether a caller may use a route. An author needs no rule: what is not theirs is not found. */
export function may({ groups }: Caller, who: Who): boolean {
  return who !== 'owner' || groups.includes(owners);
}

/** REST v1 hands claims over as text: `cognito:groups` is `a,b`. */
export function groupsIn(claim: unknown): readonly string[] {
  return typeof claim === 'string' && claim !== '' ? claim.split(',') : [];
}
