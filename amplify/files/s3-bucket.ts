import type { HttpClient, HttpRequest, HttpResponse } from '../aws/keep-alive-http.ts';
import type { BucketAddress } from '../aws/lambda-environment.ts';
import { createRetryOnce } from '../aws/retry-once.ts';
import {
  createRequestSigner,
  encodeStrictly,
  queryText,
  type Credentials,
} from '../aws/sigv4-signer.ts';
import { hash } from '../node-crypto.ts';
import { toS3Error } from './s3-error.ts';

type Texts = Readonly<Record<string, string>>;

export type S3Request = Pick<HttpRequest, 'method' | 'body' | 'encoding' | 'timeout'> & {
  /** Without one, the request is about the bucket. */
  readonly key?: string;
  readonly query?: Texts;
  /** Names are in lower case. */
  readonly headers?: Texts;
};

/** The operations of one bucket. */
export type S3Bucket = {
  /** Sends a request, and throws an error with S3's own name if it fails. */
  readonly call: (request: S3Request) => Promise<HttpResponse>;
  /** The URL of a request that anybody may send for some seconds, with these headers. */
  readonly presign: (
    request: Pick<S3Request, 'method' | 'key' | 'query' | 'headers'> & { readonly seconds: number },
  ) => string;
  /** An object's name as the source of a copy. */
  readonly copySource: (key: string) => string;
};

type Deps = {
  readonly http: HttpClient;
  readonly name: string;
  readonly address: BucketAddress;
  readonly region: string;
  readonly credentials: () => Credentials;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
};

/** S3's REST API, signed by our own signer: docs/decisions/0054-files.md says why not the SDK's. */
export function createS3Bucket(deps: Deps): S3Bucket {
  const { origin, folder } = deps.address;
  const { host } = origin;
  const signer = createRequestSigner({ region: deps.region, service: 's3' });
  const retryOnce = createRetryOnce(deps);
  const pathTo = (key = '') => `${folder}/${encodedKey(key)}`;

  async function send({ method, key, query, headers, body, ...rest }: S3Request) {
    const path = pathTo(key);
    const payload = hash('sha256', body ?? '');
    const own = { ...headers, host, 'x-amz-content-sha256': payload };
    const request = { method, path, ...(query && { query }), headers: own, payload };
    const signed = signer.sign(request, deps.credentials(), new Date(deps.now()));
    const response = await deps.http({
      method,
      path: query ? `${path}?${queryText(query)}` : path,
      // Without a length, Node would send an empty body in chunks, which S3 does not accept.
      headers: { ...signed, 'content-length': String(Buffer.byteLength(body ?? '')) },
      ...(body !== undefined && { body }),
      ...rest,
    });
    // A copy and a completed upload take long, so S3 begins its response before it knows whether they succeed.
    const isLateError =
      response.status === 200 && method !== 'GET' && response.body.includes('<Error>');
    if (response.status < 300 && !isLateError) return response;
    throw toS3Error(isLateError ? 500 : response.status, response.body);
  }

  return {
    call: (request) => retryOnce(() => send(request)),
    presign({ method, key, query = {}, headers = {}, seconds }) {
      const path = pathTo(key);
      const request = { method, path, query, headers: { ...headers, host }, seconds };
      const signed = signer.presign(request, deps.credentials(), new Date(deps.now()));
      return `${origin.origin}${path}?${signed}`;
    },
    copySource: (key) => `/${deps.name}/${encodedKey(key)}`,
  };
}

function encodedKey(key: string): string {
  return key.split('/').map(encodeStrictly).join('/');
}
