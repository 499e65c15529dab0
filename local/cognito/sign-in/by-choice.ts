import { refuse } from '../failure.ts';
import { type Input, optionalTextIn, parameterIn } from '../input.ts';
import { personOrDecoy } from '../people.ts';
import type { Pool } from '../pool.ts';
import type { ClientSettings } from '../settings.ts';
import { byPassword } from './by-password.ts';
import { offerSrp } from './by-srp.ts';
import { tokensFor } from './tokens-for.ts';

/** USER_AUTH: the factor somebody prefers, or a choice of those the pool has. */
export function byChoice(
  pool: Pool,
  client: ClientSettings,
  parameters: Input,
  session: string | undefined,
): object {
  if (session) return rightAfterSignUp(pool, client, session);
  const preferred = optionalTextIn(parameters, 'PREFERRED_CHALLENGE');
  if (preferred === 'PASSWORD') return byPassword(pool, client, parameters);
  if (preferred === 'PASSWORD_SRP') return offerSrp(pool, client, parameters);
  return offerChoice(pool, client, parameters);
}

/** SELECT_CHALLENGE, and the two factors when they are named as challenges themselves. */
export function answerChoice(
  pool: Pool,
  client: ClientSettings,
  session: string,
  responses: Input,
  factor: string,
): object {
  const { sub } = pool.challenges.find(client, session, 'factor');
  const parameters = { ...responses, USERNAME: sub };
  switch (factor) {
    case 'PASSWORD':
      return optionalTextIn(responses, 'PASSWORD')
        ? byPassword(pool, client, parameters)
        : { ChallengeName: 'PASSWORD', Session: session, ChallengeParameters: {} };
    case 'PASSWORD_SRP':
      return offerSrp(pool, client, parameters);
    default:
      return refuse('InvalidParameterException', 'Selected challenge is not available.');
  }
}

function offerChoice(pool: Pool, client: ClientSettings, parameters: Input): object {
  const { sub } = personOrDecoy(pool, client, parameterIn(parameters, 'USERNAME'));
  return {
    ChallengeName: 'SELECT_CHALLENGE',
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
    ChallengeParameters: { USERNAME: sub },
    Session: pool.challenges.open(client, { kind: 'factor', sub }),
  };
}

/** The session ConfirmSignUp gave is as good as a password, once. */
function rightAfterSignUp(pool: Pool, client: ClientSettings, session: string): object {
  const { sub } = pool.challenges.find(client, session, 'confirmed');
  pool.challenges.close(session);
  return tokensFor(pool, client, sub);
}
