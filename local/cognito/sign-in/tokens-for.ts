import { readableAttributes, missingAttributes } from '../attributes.ts';
import { refuse } from '../failure.ts';
import { personNamed } from '../people.ts';
import type { Pool } from '../pool.ts';
import { openSession } from '../sessions.ts';
import type { ClientSettings } from '../settings.ts';
import type { Person } from '../state.ts';
import { freshTokens } from '../tokens.ts';

/** What somebody gets who has proven the password: tokens, or the last thing that stands in the way. */
export function tokensFor(pool: Pool, client: ClientSettings, sub: string): object {
  const person = personNamed(pool, sub);
  if (!person) return refuse('NotAuthorizedException', 'Incorrect username or password.');
  switch (person.status) {
    case 'UNCONFIRMED':
      return refuse('UserNotConfirmedException', 'User is not confirmed.');
    case 'FORCE_CHANGE_PASSWORD':
      return askForNewPassword(pool, client, person);
    case 'CONFIRMED':
      return signedIn(pool, client, person);
  }
}

/** Tokens of a new session, as every sign-in answers in the end. */
export function signedIn(pool: Pool, client: ClientSettings, person: Person): object {
  const { session, refreshToken } = openSession(pool, client, person);
  const tokens = freshTokens(pool, client, session);
  return {
    ChallengeParameters: {},
    AuthenticationResult: { ...tokens, RefreshToken: refreshToken },
  };
}

function askForNewPassword(pool: Pool, client: ClientSettings, person: Person): object {
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
