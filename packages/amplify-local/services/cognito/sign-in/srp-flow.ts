import { refuse } from '../pool/cognito-failure.ts';
import { type Input, parameterIn } from '../pool/operation-input.ts';
import { verifyCredential } from './password-attempts.ts';
import { personOrDecoy } from '../pool/people.ts';
import type { Pool } from '../pool/user-pool.ts';
import { sameSecret } from '../pool/secret-digest.ts';
import type { ClientSettings } from '../pool/pool-settings.ts';
import { isSrpA, srpKey, srpOffer, srpSignature } from './srp.ts';
import { completeSignIn } from './complete-sign-in.ts';

/** The first half of SRP: our `B` for the client's `SRP_A`, and a block to sign with the key that both compute. */
export function offerSrp(pool: Pool, client: ClientSettings, parameters: Input): object {
  const person = personOrDecoy(pool, client, parameterIn(parameters, 'USERNAME'));
  const A = parameterIn(parameters, 'SRP_A');
  if (!isSrpA(A)) refuse('InvalidParameterException', 'SRP_A is invalid.');

  const { salt, verifier } = person.password;
  const { B, secret } = srpOffer(verifier);
  const srp = { A, B, secret, verifier };
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: salt,
      SECRET_BLOCK: pool.challenges.open(client, { kind: 'srp', sub: person.sub, srp }),
      SRP_B: B,
      USERNAME: person.sub,
      USER_ID_FOR_SRP: person.sub,
    },
  };
}

/** The second half, PASSWORD_VERIFIER: verifies the signature, which requires the password. */
export function answerSrp(pool: Pool, client: ClientSettings, responses: Input): object {
  const secretBlock = parameterIn(responses, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const signature = parameterIn(responses, 'PASSWORD_CLAIM_SIGNATURE');
  const timestamp = parameterIn(responses, 'TIMESTAMP');

  const { srp, sub } = pool.challenges.find(client, secretBlock, 'srp');
  pool.challenges.close(secretBlock);

  const identity = { poolId: pool.settings.poolId, sub };
  const expected = srpSignature(srpKey(srp), identity, { secretBlock, timestamp });
  verifyCredential(pool, sub, () => sameSecret(expected, signature));
  return completeSignIn(pool, client, sub);
}
