import type { KeyObject } from 'node:crypto';
import { getOwn } from '#core/values/own-property.ts';
import { createHmac, createSecretKey, hash } from '../node-crypto.ts';

export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
};

type SignerOptions = { readonly region: string; readonly service: string };

/** Names are in lower case. */
type Headers = Readonly<Record<string, string>>;

export type SignRequest = (
  request: { readonly headers: Headers; readonly body: string },
  credentials: Credentials,
  date: Date,
) => Headers;

/**
 * Signature Version 4 for POST requests to `/`, which is all that AWS's JSON protocols use.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function createRequestSigner({ region, service }: SignerOptions): SignRequest {
  /** Valid for a day. Deriving it is most of the work of signing. */
  let cachedKey:
    | { readonly scope: string; readonly secret: string; readonly key: KeyObject }
    | undefined;

  function keyFor(secret: string, day: string, scope: string): KeyObject {
    if (cachedKey?.scope === scope && cachedKey.secret === secret) return cachedKey.key;
    const parts = [day, region, service, 'aws4_request'];
    const key = createSecretKey(parts.reduce(hmac, Buffer.from(`AWS4${secret}`)));
    cachedKey = { scope, secret, key };
    return key;
  }

  return ({ headers, body }, credentials, date) => {
    const timestamp = date.toISOString().replace(/[-:]|\.\d{3}/g, '');
    const day = timestamp.slice(0, 8);
    const scope = `${day}/${region}/${service}/aws4_request`;
    const signed: Headers = {
      ...headers,
      'x-amz-date': timestamp,
      ...(credentials.sessionToken && { 'x-amz-security-token': credentials.sessionToken }),
    };
    const names = Object.keys(signed).toSorted();
    const headerLines = names.map(
      (name) => `${name}:${getOwn<string>(signed, name)?.trim().replace(/\s+/g, ' ')}\n`,
    );
    const request = `POST\n/\n\n${headerLines.join('')}\n${names.join(';')}\n${hash('sha256', body)}`;
    const toSign = `AWS4-HMAC-SHA256\n${timestamp}\n${scope}\n${hash('sha256', request)}`;
    const signature = hmac(keyFor(credentials.secretAccessKey, day, scope), toSign).toString('hex');
    return {
      ...signed,
      authorization: `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
    };
  };
}

function hmac(key: Buffer | KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
