import { refuse } from '../pool/cognito-failure.ts';
import { type Input, parameterIn, textIn, textsIn } from '../pool/operation-input.ts';
import { clientIn, type Pool } from '../pool/user-pool.ts';
import { answerChoice } from '../sign-in/choice-flow.ts';
import { answerSrp } from '../sign-in/srp-flow.ts';
import { newPassword } from '../sign-in/new-password-challenge.ts';

/** Continues a sign-in: the response to the challenge of InitiateAuth, or of an earlier response. */
export function respondToAuthChallenge(pool: Pool, input: Input): object {
  const client = clientIn(pool, input);
  const challenge = textIn(input, 'ChallengeName');
  const responses = textsIn(input, 'ChallengeResponses');
  const session = () => textIn(input, 'Session');
  switch (challenge) {
    case 'PASSWORD_VERIFIER':
      return answerSrp(pool, client, responses);
    case 'NEW_PASSWORD_REQUIRED':
      return newPassword(pool, client, session(), responses);
    case 'SELECT_CHALLENGE':
      return answerChoice(pool, client, session(), responses, parameterIn(responses, 'ANSWER'));
    case 'PASSWORD':
    case 'PASSWORD_SRP':
      return answerChoice(pool, client, session(), responses, challenge);
    default:
      return refuse(
        'InvalidParameterException',
        'ChallengeName is not one this pool has asked for.',
      );
  }
}
