import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import { isRecord } from '../values/is-record.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { InvitationStore } from './invitation-store.ts';
import { isPosition, stateOf } from './list-invited.ts';
import { mostInvitedAtOnce } from './read-people.ts';

/** How many mails a day with links to one form: a mistake must not use up what the provider allows. */
export const mostMailsADay = 2000;

export type LinksToMail = { readonly app: string; readonly positions: readonly string[] };

/** What became of a request to mail links. */
export type MailedLinks = {
  /** How many mails will be sent. */
  readonly mailed: number;
  /** How many had one today. */
  readonly today: number;
  /** How many have answered, have expired, were revoked or have no address. */
  readonly skipped: number;
  /** How many were too many for one day. */
  readonly tooMany: number;
};

/** Reads a request of the form's owners. */
export function readLinksToMail(body: unknown): Result<LinksToMail, Problem> {
  const { app, invitations, ...others } = isRecord(body) ? body : { other: body };
  if (typeof app !== 'string' || !isOrigin(app))
    return err(invalidParameter('app', 'Send the address of the app, such as https://example.org'));
  const isList =
    Array.isArray(invitations) &&
    invitations.length >= 1 &&
    invitations.length <= mostInvitedAtOnce &&
    invitations.every((it) => typeof it === 'string' && isPosition(it));
  if (!isList || Object.keys(others).length > 0)
    return err(invalidParameter('invitations', `Send 1 to ${mostInvitedAtOnce} invitations`));
  return ok({ app, positions: [...new Set(invitations as readonly string[])] });
}

/** A mail must not lead people to a site without encryption. */
function isOrigin(text: string): boolean {
  return (
    /^(https:\/\/[a-z\d-]+(\.[a-z\d-]+)+|http:\/\/(localhost|127\.0\.0\.1))(:\d{1,5})?$/.test(
      text,
    ) && text.length <= 200
  );
}

type Deps = {
  readonly invitations: Pick<InvitationStore, 'find' | 'uses' | 'askForMail'>;
  readonly now: () => Date;
};

/** Asks for a mail with the link to each who has not answered: the first one, or a reminder. */
export async function mailLinks(
  { invitations, now }: Deps,
  { form, app, positions }: LinksToMail & { readonly form: string },
): Promise<MailedLinks> {
  const invited = await invitations.find(form, positions);
  const uses = await invitations.uses(
    form,
    invited.map(({ id }) => id),
  );
  const waiting = invited.filter(
    ({ id, email, expires }) =>
      email !== undefined && stateOf({ use: uses.get(id), expires }, now()) === 'open',
  );
  const counts = { requested: 0, today: 0, enough: 0 };
  for (const it of waiting) {
    const at = now().toISOString();
    counts[await invitations.askForMail(it, { app, at, mostADay: mostMailsADay })] += 1;
  }
  return {
    mailed: counts.requested,
    today: counts.today,
    tooMany: counts.enough,
    skipped: positions.length - waiting.length,
  };
}
