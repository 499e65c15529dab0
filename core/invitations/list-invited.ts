import type { Problem } from '../api/problem.ts';
import { parseCursor, parsePageSize } from '../api/query-parameters.ts';
import { ok, type Result } from '../values/result.ts';
import type { InvitationStore, Invited } from './invitation-store.ts';

/** Whether somebody has used their link, may still, or has missed it. */
export type InvitedState = 'answered' | 'open' | 'expired';

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
  readonly invitations: Pick<InvitationStore, 'list' | 'answered'>;
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
  const answered = await invitations.answered(
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
    state: stateOf({ isAnswered: answered.has(id), expires }, now()),
  }));
  return ok({ items, ...(page.next !== undefined && { cursor: page.next }) });
}

type Known = { readonly isAnswered: boolean; readonly expires: number };

export function stateOf({ isAnswered, expires }: Known, now: Date): InvitedState {
  if (isAnswered) return 'answered';
  return expires * 1000 > now.getTime() ? 'open' : 'expired';
}

/** The key of a request, and the number of a person in it. */
export function isPosition(text: string): boolean {
  return /^[\da-f-]{36}#\d{3}$/.test(text);
}
