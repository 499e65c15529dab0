import { invalidParameter } from '../api/query-parameters.ts';
import type { Problem } from '../api/problem.ts';
import { err, ok, type Result } from '../values/result.ts';
import { longestToken } from './invitation.ts';
import type { InvitationStore, Invited } from './invitation-store.ts';
import type { InvitationTokens } from './invitation-tokens.ts';
import type { PeopleToInvite } from './read-people.ts';

type Deps = {
  readonly tokens: Pick<InvitationTokens, 'make' | 'idOf'>;
  readonly invitations: Pick<InvitationStore, 'add'>;
  readonly now: () => Date;
};

type Request = PeopleToInvite & {
  readonly form: string;
  /** A UUID of the sender's: with the same one, the same links are made again. */
  readonly key: string;
};

export type MadeLink = { readonly position: string; readonly token: string };

/** How many are stored at once. */
const atOnce = 10;

/** Makes a personal link for each, in their order. */
export async function invite(
  { tokens, invitations, now }: Deps,
  { form, key, expires, people }: Request,
): Promise<Result<readonly MadeLink[], Problem>> {
  const madeAt = now().toISOString();
  const made: { readonly invited: Invited; readonly token: string }[] = [];
  for (const [at, person] of people.entries()) {
    const id = await tokens.idOf([form, key, String(at)]);
    const position = `${key}#${String(at).padStart(3, '0')}`;
    const invited = { form, id, expires, position, madeAt, ...person };
    const token = await tokens.make(invited);
    if (token.length > longestToken)
      return err(invalidParameter(`people/${at}/values`, 'Send less: a link has to be short'));
    made.push({ invited, token });
  }
  for (let at = 0; at < made.length; at += atOnce)
    await Promise.all(made.slice(at, at + atOnce).map((it) => invitations.add(it.invited)));
  return ok(made.map(({ invited: { position }, token }) => ({ position, token })));
}
