import { readableAttributes, missingAttributes } from '../pool/user-attributes.ts';
import { refuse } from '../pool/cognito-failure.ts';
import { personByEmail, personNamed } from '../pool/people.ts';
import type { Pool } from '../pool/user-pool.ts';
import { openSession } from './sign-in-sessions.ts';
import type { ClientSettings } from '../pool/pool-settings.ts';
import type { Person } from '../pool/pool-state.ts';
import { issueTokens, type IssuedTokens } from './issue-tokens.ts';

export type SessionTokens = IssuedTokens & { readonly RefreshToken: string };

/** After the password was verified: returns tokens, or the last thing that prevents the sign-in. */
export function completeSignIn(pool: Pool, client: ClientSettings, sub: string): object {
  const person = personNamed(pool, sub);
  if (!person) return refuse('NotAuthorizedException', 'Incorrect username or password.');
  switch (person.status) {
    case 'UNCONFIRMED':
      return refuse('UserNotConfirmedException', 'User is not confirmed.');
    case 'FORCE_CHANGE_PASSWORD':
      return requireNewPassword(pool, client, person);
    case 'CONFIRMED':
      return newSessionTokens(pool, client, person);
  }
}

/** The tokens of a new session, which every sign-in returns in the end. */
export function newSessionTokens(pool: Pool, client: ClientSettings, person: Person): object {
  return { ChallengeParameters: {}, AuthenticationResult: tokensOf(pool, client, person) };
}

/** What `createPerson` is to signing up, this is to signing in. */
export function sessionOf(pool: Pool, email: string): SessionTokens {
  const person = personByEmail(pool, email);
  const [client] = pool.settings.clients;
  if (person?.status !== 'CONFIRMED' || !client) throw new Error(`${email} cannot sign in.`);
  return tokensOf(pool, client, person);
}

function tokensOf(pool: Pool, client: ClientSettings, person: Person): SessionTokens {
  const { session, refreshToken } = openSession(pool, client, person);
  return { ...issueTokens(pool, client, session), RefreshToken: refreshToken };
}

function requireNewPassword(pool: Pool, client: ClientSettings, person: Person): object {
  if ((person.temporaryUntil ?? 0) <= pool.now())
    refuse(
      'NotAuthorizedException',
      'Temporary password has expired and must be reset by an administrator.',
    );
  const missing = missingAttributes(pool, person.attributes);
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: pool.challenges.open(client, { kind: 'new-password', sub: person.sub }),
    ChallengeParameters: {
      USER_ID_FOR_SRP: person.sub,
      requiredAttributes: JSON.stringify(missing.map((name) => `userAttributes.${name}`)),
      userAttributes: JSON.stringify(Object.fromEntries(readableAttributes(pool, client, person))),
    },
  };
}
