import type { Authorizer } from './authorizer.ts';
import { headerOf, type Call } from './call.ts';
import type { TokenCheck, VerifyIdToken } from './token-verifier.ts';

/** The token, bare or after `Bearer`, may be of any of the authorizer's pools. */
export async function checkToken(
  call: Call,
  { header, poolIds }: Authorizer,
  verifyIdToken: VerifyIdToken,
): Promise<TokenCheck> {
  const token = headerOf(call, header)?.replace(/^Bearer /, '');
  let outcome: TokenCheck = { ok: false, reason: 'bad' };
  if (!token) return outcome;
  for (const poolId of poolIds) {
    const check = await verifyIdToken(poolId, token);
    if (check.ok) return check;
    if (check.reason === 'expired') outcome = check;
  }
  return outcome;
}
