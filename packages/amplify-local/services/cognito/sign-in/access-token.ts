import { refuse } from '../pool/cognito-failure.ts';
import { type Input, textIn } from '../pool/operation-input.ts';
import type { Pool } from '../pool/user-pool.ts';
import { sessionByEventId } from './sign-in-sessions.ts';
import type { ClientSettings } from '../pool/pool-settings.ts';
import type { Person } from '../pool/pool-state.ts';
import { issuer } from './issue-tokens.ts';

/** The person whose access token is in the request. Refuses a forged, expired or revoked one, and deleted people. */
export function signedInPerson(
  pool: Pool,
  input: Input,
): { person: Person; client: ClientSettings } {
  const claims = verifyAccessToken(pool, input);
  const person = Object.values(pool.state.people).find(({ sub }) => sub === claims['sub']);
  if (!person) return refuse('UserNotFoundException', 'User does not exist.');
  const session = sessionByEventId(pool, claims['event_id']);
  if (!session || session.revoked)
    return refuse('NotAuthorizedException', 'Access Token has been revoked');
  const client = pool.settings.clients.find(({ id }) => id === session.clientId);
  if (!client) return refuse('NotAuthorizedException', 'Invalid Access Token');
  return { person, client };
}

function verifyAccessToken(pool: Pool, input: Input): Input {
  const claims = pool.signer.read(textIn(input, 'AccessToken'));
  if (claims === 'forged')
    return refuse('NotAuthorizedException', 'Could not verify signature for Access Token');
  if (claims?.['token_use'] !== 'access' || claims['iss'] !== issuer(pool.settings.poolId))
    return refuse('NotAuthorizedException', 'Invalid Access Token');
  if (Number(claims['exp']) * 1000 <= pool.now())
    return refuse('NotAuthorizedException', 'Access Token has expired');
  return claims;
}
