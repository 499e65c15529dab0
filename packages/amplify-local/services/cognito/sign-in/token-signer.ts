import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { isObject, type Input } from '../pool/operation-input.ts';

export type TokenSigner = {
  /** The public keys for verifiers: `{ keys: [...] }`. */
  readonly jwks: { readonly keys: readonly object[] };
  /** A signed JSON Web Token. */
  sign(claims: object): string;
  /** The claims of a token; `undefined` if it is malformed, `forged` if we did not sign it. */
  read(token: string): Input | 'forged' | undefined;
};

/** RS256, as Cognito signs. */
export function createTokenSigner(pem: string): TokenSigner {
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(String(jwk.n)).digest('base64');
  const header = base64url({ kid, alg: 'RS256' });

  return {
    jwks: { keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] },
    sign(claims) {
      const content = `${header}.${base64url(claims)}`;
      const signature = sign('sha256', Buffer.from(content), privateKey).toString('base64url');
      return `${content}.${signature}`;
    },
    read(token) {
      const [head = '', body = '', signature = '', ...rest] = token.split('.');
      const claims = parsed(body);
      if (!claims || rest.length > 0) return undefined;
      const isValid =
        head === header &&
        verify(
          'sha256',
          Buffer.from(`${head}.${body}`),
          publicKey,
          Buffer.from(signature, 'base64url'),
        );
      return isValid ? claims : 'forged';
    },
  };
}

function base64url(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

function parsed(part: string): Input | undefined {
  try {
    const json: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return isObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
