import { refuse } from '../pool/cognito-failure.ts';
import { type Input, optionalTextIn, parameterIn } from '../pool/operation-input.ts';
import { personOrDecoy } from '../pool/people.ts';
import type { Pool } from '../pool/user-pool.ts';
import type { ClientSettings } from '../pool/pool-settings.ts';
import { byPassword } from './password-flow.ts';
import { offerSrp } from './srp-flow.ts';
import { completeSignIn } from './complete-sign-in.ts';

/** USER_AUTH: the preferred factor, or a choice of the pool's factors. */
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

/** SELECT_CHALLENGE, and the two factors if they are named as challenges themselves. */
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

/** The session from ConfirmSignUp replaces a password, once. */
function rightAfterSignUp(pool: Pool, client: ClientSettings, session: string): object {
  const { sub } = pool.challenges.find(client, session, 'confirmed');
  pool.challenges.close(session);
  return completeSignIn(pool, client, sub);
}
