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

export type RequestToSign = {
  readonly method: string;
  /** As it is sent. S3 does not encode it a second time; for other services it has to be `/`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers: Headers;
  /** The SHA-256 of the body in hexadecimal digits. */
  readonly payload: string;
};

export type RequestSigner = {
  /** The request's headers, with those that sign it. */
  readonly sign: (request: RequestToSign, credentials: Credentials, date: Date) => Headers;
  /** The query of a URL that anybody may use for some seconds, with exactly these headers and any body. */
  readonly presign: (
    request: Omit<RequestToSign, 'payload'> & { readonly seconds: number },
    credentials: Credentials,
    date: Date,
  ) => string;
};

const algorithm = 'AWS4-HMAC-SHA256';

/**
 * Signature Version 4.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function createRequestSigner({ region, service }: SignerOptions): RequestSigner {
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

  function scopeOf(date: Date) {
    const timestamp = date.toISOString().replace(/[-:]|\.\d{3}/g, '');
    const day = timestamp.slice(0, 8);
    return { timestamp, day, scope: `${day}/${region}/${service}/aws4_request` };
  }

  function signatureOf(
    { method, path, headers, payload }: RequestToSign,
    query: string,
    secret: string,
    { timestamp, day, scope }: ReturnType<typeof scopeOf>,
  ): string {
    const names = Object.keys(headers).toSorted();
    const headerLines = names.map(
      (name) => `${name}:${getOwn<string>(headers, name)?.trim().replace(/\s+/g, ' ')}\n`,
    );
    const request = `${method}\n${path}\n${query}\n${headerLines.join('')}\n${names.join(';')}\n${payload}`;
    const toSign = `${algorithm}\n${timestamp}\n${scope}\n${hash('sha256', request)}`;
    return hmac(keyFor(secret, day, scope), toSign).toString('hex');
  }

  return {
    sign(request, { accessKeyId, secretAccessKey, sessionToken }, date) {
      const when = scopeOf(date);
      const headers: Headers = {
        ...request.headers,
        'x-amz-date': when.timestamp,
        ...(sessionToken && { 'x-amz-security-token': sessionToken }),
      };
      const query = queryText(request.query ?? {});
      const signature = signatureOf({ ...request, headers }, query, secretAccessKey, when);
      return {
        ...headers,
        authorization: `${algorithm} Credential=${accessKeyId}/${when.scope}, SignedHeaders=${namesOf(headers)}, Signature=${signature}`,
      };
    },

    presign(request, { accessKeyId, secretAccessKey, sessionToken }, date) {
      const when = scopeOf(date);
      const query = queryText({
        ...request.query,
        'X-Amz-Algorithm': algorithm,
        'X-Amz-Credential': `${accessKeyId}/${when.scope}`,
        'X-Amz-Date': when.timestamp,
        'X-Amz-Expires': String(request.seconds),
        ...(sessionToken && { 'X-Amz-Security-Token': sessionToken }),
        'X-Amz-SignedHeaders': namesOf(request.headers),
      });
      const unsigned = { ...request, payload: 'UNSIGNED-PAYLOAD' };
      return `${query}&X-Amz-Signature=${signatureOf(unsigned, query, secretAccessKey, when)}`;
    },
  };
}

function namesOf(headers: Headers): string {
  return Object.keys(headers).toSorted().join(';');
}

/** A query as AWS signs it: sorted, and with every character encoded that is not unreserved (RFC 3986 2.3). */
export function queryText(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => [encodeStrictly(name), encodeStrictly(value)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join('='))
    .join('&');
}

export function encodeStrictly(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function hmac(key: Buffer | KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
