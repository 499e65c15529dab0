import { CognitoJwtVerifier } from 'aws-jwt-verify';
import { JwtBaseError, JwtExpiredError } from 'aws-jwt-verify/error';

export type TokenCheck =
  | { readonly ok: true; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: 'bad' | 'expired' };

export type VerifyIdToken = (poolId: string, token: string) => Promise<TokenCheck>;

/** The parts of a user pool needed to verify its id tokens. */
export type TokenIssuer = {
  /** `{ keys: [...] }`. */
  readonly jwks: object;
  readonly settings: {
    readonly poolId: string;
    readonly clients: readonly { readonly id: string }[];
  };
};

/**
 * Verifies id tokens with `aws-jwt-verify`, against the pool's current settings. The keys are given to it:
 * a token signed with any other key is invalid, and nothing is fetched.
 */
export function createTokenVerifier(issuer: () => TokenIssuer): VerifyIdToken {
  const verifierOf = memoizeLast(createVerifier);
  return async (poolId, token) => {
    const { jwks, settings } = issuer();
    if (poolId !== settings.poolId) throw new Error(`No user pool has the id ${poolId}.`);
    try {
      const claims = verifierOf(settings, jwks).verifySync(token);
      // The verifier accepts tokens without an expiry.
      return Number.isFinite(claims.exp) ? { ok: true, claims } : { ok: false, reason: 'bad' };
    } catch (error) {
      if (error instanceof JwtExpiredError) return { ok: false, reason: 'expired' };
      if (error instanceof JwtBaseError) return { ok: false, reason: 'bad' };
      throw error;
    }
  };
}

function createVerifier({ poolId, clients }: TokenIssuer['settings'], jwks: object) {
  const verifier = CognitoJwtVerifier.create({
    userPoolId: poolId,
    clientId: clients.map(({ id }) => id),
    tokenUse: 'id',
  });
  verifier.cacheJwks(jwks as Parameters<typeof verifier.cacheJwks>[0]);
  return verifier;
}

/** Creates the value again only when its input changes. */
function memoizeLast<Given extends readonly unknown[], Made>(make: (...given: Given) => Made) {
  let last: { given: Given; made: Made } | undefined;
  return (...given: Given): Made => {
    if (!last?.given.every((it, i) => it === given[i])) last = { given, made: make(...given) };
    return last.made;
  };
}
