import type { KeyObject } from 'node:crypto';
import { own } from '#core/own.ts';
import { createHmac, createSecretKey, hash } from '../node-crypto.ts';

export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
};

type Setting = { readonly region: string; readonly service: string };

/** By lower-case name. */
type Headers = Readonly<Record<string, string>>;

export type Sign = (
  request: { readonly headers: Headers; readonly body: string },
  by: Credentials,
  at: Date,
) => Headers;

/**
 * Signature Version 4 for what is posted to `/`, which is all that AWS's JSON protocols do.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function createSigner({ region, service }: Setting): Sign {
  /** Good for a day; most of the work of signing is to make it. */
  let last:
    | { readonly scope: string; readonly secret: string; readonly key: KeyObject }
    | undefined;

  function keyFor(secret: string, day: string, scope: string): KeyObject {
    if (last?.scope === scope && last.secret === secret) return last.key;
    const parts = [day, region, service, 'aws4_request'];
    const key = createSecretKey(parts.reduce(hmac, Buffer.from(`AWS4${secret}`)));
    last = { scope, secret, key };
    return key;
  }

  return ({ headers, body }, by, at) => {
    const moment = at.toISOString().replace(/[-:]|\.\d{3}/g, '');
    const day = moment.slice(0, 8);
    const scope = `${day}/${region}/${service}/aws4_request`;
    const signed: Headers = {
      ...headers,
      'x-amz-date': moment,
      ...(by.sessionToken && { 'x-amz-security-token': by.sessionToken }),
    };
    const names = Object.keys(signed).toSorted();
    const lines = names.map(
      (name) => `${name}:${own<string>(signed, name)?.trim().replace(/\s+/g, ' ')}\n`,
    );
    const request = `POST\n/\n\n${lines.join('')}\n${names.join(';')}\n${hash('sha256', body)}`;
    const toSign = `AWS4-HMAC-SHA256\n${moment}\n${scope}\n${hash('sha256', request)}`;
    const signature = hmac(keyFor(by.secretAccessKey, day, scope), toSign).toString('hex');
    return {
      ...signed,
      authorization: `AWS4-HMAC-SHA256 Credential=${by.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
    };
  };
}

function hmac(key: Buffer | KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
