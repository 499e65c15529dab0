import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import { isRecord } from '../values/is-record.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { Invitation } from './invitation.ts';
import type { InvitationStore } from './invitation-store.ts';
import { isPosition, stateOf, type InvitedState } from './list-invited.ts';

type Deps = {
  readonly invitations: Pick<InvitationStore, 'find' | 'revoke' | 'allow'>;
  readonly now: () => Date;
};

type Request = {
  readonly form: string;
  readonly position: string;
  /** `false` allows the link again. */
  readonly revoked: boolean;
};

/** Reads a request of the form's owners. */
export function readRevocation(body: unknown): Result<Pick<Request, 'revoked'>, Problem> {
  const { revoked, ...others } = isRecord(body) ? body : { other: body };
  return typeof revoked === 'boolean' && Object.keys(others).length === 0
    ? ok({ revoked })
    : err(invalidParameter('revoked', 'Send true or false, and nothing else'));
}

/** Revokes the link of an invitation that has no entry, or allows it again. Repeating it changes nothing. */
export async function setRevoked(
  { invitations, now }: Deps,
  { form, position, revoked }: Request,
): Promise<Result<{ readonly state: InvitedState }, Problem>> {
  const [invited] = isPosition(position) ? await invitations.find(form, [position]) : [];
  if (!invited) return err({ code: 'not_found' });
  const at = now();
  if (!revoked) await invitations.allow(invited);
  else if (!(await invitations.revoke(invited, at.toISOString())))
    return err({ code: 'invitation_used' });
  const use = revoked ? 'revoked' : undefined;
  return ok({ state: stateOf({ use, expires: invited.expires }, at) });
}

/**
 * What to answer instead of a problem: a revoked link has no seat left, just as one that was used. It is looked up
 * only then, so that other requests cost nothing more.
 */
export async function problemOfLink(
  { invitations }: { readonly invitations: Pick<InvitationStore, 'isRevoked'> },
  problem: Problem,
  invitation: Invitation | undefined,
): Promise<Problem> {
  const isRevoked =
    problem.code === 'invitation_used' && invitation && (await invitations.isRevoked(invitation));
  return isRevoked ? { code: 'invitation_revoked' } : problem;
}
