import type { Authorizer } from './settings/authorizer.ts';
import { headerOf, type GatewayRequest } from './gateway-request.ts';
import type { TokenCheck, VerifyIdToken } from './token-verifier.ts';

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
