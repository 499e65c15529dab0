import type { Problem } from '../api/problem.ts';
import { acceptAt, type Lateness } from '../limits/opening-times.ts';
import type { FormLimits } from '../limits/form-limits.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { Invitation } from './invitation.ts';

type Accepted = {
  readonly form: { readonly limits?: FormLimits | undefined };
  /** Of whoever sends them, if they are here by a personal link. */
  readonly invitation?: Invitation | undefined;
  readonly savedAt?: string | undefined;
};

/**
 * Whether answers that arrive now are accepted: the form has to be open, and the personal link must not have expired.
 * What was saved on a device before is accepted for some days, and marked as late.
 */
export function acceptInvited(
  { form, invitation, savedAt }: Accepted,
  now: Date,
): Result<Lateness | undefined, Problem> {
  const ofForm = acceptAt(form, { now, savedAt });
  if (!ofForm.ok || !invitation) return ofForm;
  const ofLink = acceptAt(untilExpiry(form, invitation), { now, savedAt });
  if (!ofLink.ok) return err({ code: 'invitation_expired' });
  return ok(ofForm.value ?? ofLink.value);
}

/** Whether a personal link opens nothing any more, not even the entry that was sent with it. */
export function isOver({ form, invitation }: Accepted, now: Date): boolean {
  if (!invitation) return false;
  const savedAt = new Date(0).toISOString();
  return !acceptAt(untilExpiry(form, invitation), { now, savedAt }).ok;
}

/** The limits of a form that closes when the link expires. */
function untilExpiry({ limits }: Accepted['form'], { expires }: Invitation) {
  const closes = new Date(expires * 1000).toISOString();
  const { graceDays } = limits ?? {};
  return { limits: { closes, ...(graceDays !== undefined && { graceDays }) } };
}
