import { refuse } from '../failure.ts';
import { type Input, parameterIn } from '../input.ts';
import { prove } from '../password-attempts.ts';
import { personOrDecoy } from '../people.ts';
import type { Pool } from '../pool.ts';
import { sameSecret } from '../secret.ts';
import type { ClientSettings } from '../settings.ts';
import { isSrpA, srpKey, srpOffer, srpSignature } from '../srp.ts';
import { tokensFor } from './tokens-for.ts';

/** The first half of SRP: our `B` for their `SRP_A`, and a block they must sign with the key both reach. */
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

/** The second half, PASSWORD_VERIFIER: the signature only somebody with the password can make. */
export function answerSrp(pool: Pool, client: ClientSettings, responses: Input): object {
  const secretBlock = parameterIn(responses, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const signature = parameterIn(responses, 'PASSWORD_CLAIM_SIGNATURE');
  const timestamp = parameterIn(responses, 'TIMESTAMP');

  const { srp, sub } = pool.challenges.find(client, secretBlock, 'srp');
  pool.challenges.close(secretBlock);

  const identity = { poolId: pool.settings.poolId, sub };
  const expected = srpSignature(srpKey(srp), identity, { secretBlock, timestamp });
  prove(pool, sub, () => sameSecret(expected, signature));
  return tokensFor(pool, client, sub);
}
