import { headerOf, type GatewayRequest } from './gateway-request.ts';
import type { TokenCheck, VerifyIdToken } from '../cognito/token-verifier.ts';
import type { Reader } from '../../template/property-reader.ts';

/** The user pools whose id tokens a method accepts, and the header that carries them. */
export type Authorizer = { readonly header: string; readonly poolIds: readonly string[] };

export function authorizerFrom(authorizer: Reader): Authorizer {
  authorizer.only('Type', 'COGNITO_USER_POOLS');
  authorizer.nothingBut(['IdentitySource', 'Name', 'ProviderARNs', 'RestApiId', 'Type']);
  return { header: headerNameOf(authorizer), poolIds: poolIdsOf(authorizer) };
}

/** The claims of a valid token, with or without `Bearer`, from any of the authorizer's pools. */
export async function checkToken(
  request: GatewayRequest,
  { header, poolIds }: Authorizer,
  verifyIdToken: VerifyIdToken,
): Promise<TokenCheck> {
  const token = headerOf(request, header)?.replace(/^Bearer /, '');
  let outcome: TokenCheck = { ok: false, reason: 'bad' };
  if (!token) return outcome;
  for (const poolId of poolIds) {
    const check = await verifyIdToken(poolId, token);
    if (check.ok) return check;
    if (check.reason === 'expired') outcome = check;
  }
  return outcome;
}

function headerNameOf(authorizer: Reader): string {
  const source = authorizer.requiredText('IdentitySource');
  const header = /^method\.request\.header\.([\w-]+)$/.exec(source)?.[1];
  return header ?? authorizer.refuse('IdentitySource', 'is not a header of the request');
}

function poolIdsOf(authorizer: Reader): readonly string[] {
  const arns = authorizer.texts('ProviderARNs') ?? [];
  if (arns.length === 0) authorizer.refuse('ProviderARNs', 'is empty');
  return arns.map(
    (arn) =>
      /:userpool\/([\w-]+)$/.exec(arn)?.[1] ??
      authorizer.refuse('ProviderARNs', 'does not name a user pool'),
  );
}
