import type { Problem } from '../api/problem.ts';
import { parseCursor, parsePageSize } from '../api/query-parameters.ts';
import { ok, type Result } from '../values/result.ts';
import type { InvitationStore, Invited, LinkUse } from './invitation-store.ts';

export const invitedStates = ['answered', 'revoked', 'open', 'expired'] as const;

/** Whether somebody has used their link, may not, may still, or has missed it. */
export type InvitedState = (typeof invitedStates)[number];

export type ListedInvited = Pick<Invited, 'position' | 'name' | 'email' | 'madeAt' | 'mailedAt'> & {
  /** ISO 8601. */
  readonly expires: string;
  readonly state: InvitedState;
};

type Query = {
  readonly form: string;
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
};

type Deps = {
  readonly invitations: Pick<InvitationStore, 'list' | 'uses'>;
  readonly now: () => Date;
};

/** Those who were invited to a form, in the order in which it happened, one page at a time. */
export async function listInvited(
  { invitations, now }: Deps,
  { form, limit, cursor }: Query,
): Promise<
  Result<{ readonly items: readonly ListedInvited[]; readonly cursor?: string }, Problem>
> {
  const size = parsePageSize(limit);
  if (!size.ok) return size;
  const after = parseCursor(cursor, (it) => (isPosition(it) ? it : undefined));
  if (!after.ok) return after;
  const page = await invitations.list(form, {
    limit: size.value,
    ...(after.value !== undefined && { after: after.value }),
  });
  const uses = await invitations.uses(
    form,
    page.invited.map(({ id }) => id),
  );
  const items = page.invited.map(({ id, position, name, email, madeAt, mailedAt, expires }) => ({
    position,
    name,
    email,
    madeAt,
    mailedAt,
    expires: new Date(expires * 1000).toISOString(),
    state: stateOf({ use: uses.get(id), expires }, now()),
  }));
  return ok({ items, ...(page.next !== undefined && { cursor: page.next }) });
}

type Known = { readonly use: LinkUse | undefined; readonly expires: number };

export function stateOf({ use, expires }: Known, now: Date): InvitedState {
  if (use) return use;
  return expires * 1000 > now.getTime() ? 'open' : 'expired';
}

/** The key of a request, and the number of a person in it. */
export function isPosition(text: string): boolean {
  return /^[\da-f-]{36}#\d{3}$/.test(text);
}
