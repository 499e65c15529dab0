import { createHash, createHmac, hash } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRequestSigner, encodeStrictly } from './sigv4-signer.ts';

/** Headers that this signer and the SDK's may choose freely. */
const name = fc
  .stringMatching(/^x-[a-z0-9-]{1,20}$/)
  .filter((it) => !/^x-amz(n-trace-id|-date|-security-token)/.test(it));

const requests = fc.record({
  region: fc.constantFrom('us-east-1', 'eu-central-1', 'cn-north-1'),
  service: fc.constantFrom('dynamodb', 'sqs'),
  accessKeyId: fc.stringMatching(/^[A-Z0-9]{16,20}$/),
  secretAccessKey: fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
  sessionToken: fc.option(fc.base64String({ minLength: 4 }), { nil: undefined }),
  at: fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  }),
  extra: fc.dictionary(name, fc.stringMatching(/^[ -~\t]{0,40}$/)),
  body: fc.string({ unit: 'binary', maxLength: 400 }),
});

test('every request is signed as by the AWS SDK', async () => {
  await fc.assert(
    fc.asyncProperty(requests, async ({ region, service, at, extra, body, ...credentials }) => {
      const headers = {
        ...extra,
        host: `${service}.${region}.amazonaws.com`,
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.PutItem',
      };
      const { sessionToken, ...lasting } = credentials;
      const sdk = new SignatureV4({
        region,
        service,
        credentials: { ...lasting, ...(sessionToken !== undefined && { sessionToken }) },
        sha256: Sha256,
        applyChecksum: false,
      });
      const sdkRequest = { method: 'POST', protocol: 'https:', hostname: headers.host, path: '/' };
      const expected = await sdk.sign({ ...sdkRequest, headers, body }, { signingDate: at });
      const { sign } = createRequestSigner({ region, service });
      const request = { method: 'POST', path: '/', headers, payload: hash('sha256', body) };
      expect(sign(request, credentials, at)).toEqual(expected.headers);
      // The second time with the cached key.
      expect(sign(request, credentials, at)).toEqual(expected.headers);
    }),
    { numRuns: 500 },
  );
});

const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });

/** Requests about an object, with any key and any parameters. */
const s3Requests = fc.record({
  region: fc.constantFrom('us-east-1', 'eu-central-1'),
  accessKeyId: fc.stringMatching(/^[A-Z0-9]{16,20}$/),
  secretAccessKey: fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
  sessionToken: fc.option(fc.base64String({ minLength: 4 }), { nil: undefined }),
  at: fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  method: fc.constantFrom('GET', 'PUT', 'HEAD', 'DELETE', 'POST'),
  key: anyText,
  query: fc.dictionary(fc.stringMatching(/^[a-wyz][\w!'()*-]{0,20}$/), anyText),
  type: fc.constantFrom('image/jpeg', 'text/plain'),
  seconds: fc.integer({ min: 1, max: 604_800 }),
});

test('requests about objects are signed and presigned as by the AWS SDK', async () => {
  await fc.assert(
    fc.asyncProperty(s3Requests, async (given) => {
      const { region, at, method, key, query, type, seconds, ...credentials } = given;
      const { sessionToken, ...lasting } = credentials;
      const sdk = new SignatureV4({
        region,
        service: 's3',
        credentials: { ...lasting, ...(sessionToken !== undefined && { sessionToken }) },
        sha256: Sha256,
        uriEscapePath: false,
        applyChecksum: false,
      });
      const payload = 'UNSIGNED-PAYLOAD';
      const host = `bucket.s3.${region}.amazonaws.com`;
      const path = `/${key.split('/').map(encodeStrictly).join('/')}`;
      const sdkRequest = { method, protocol: 'https:', hostname: host, path, query };
      const headers = { host, 'content-type': type, 'x-amz-content-sha256': payload };
      const { sign, presign } = createRequestSigner({ region, service: 's3' });
      const signed = await sdk.sign({ ...sdkRequest, headers }, { signingDate: at });
      expect(sign({ method, path, query, headers, payload }, credentials, at)).toEqual(
        signed.headers,
      );

      const own = { host, 'content-type': type };
      const presigned = await sdk.presign(
        { ...sdkRequest, headers: { ...own, 'x-amz-content-sha256': payload } },
        {
          signingDate: at,
          expiresIn: seconds,
          signableHeaders: new Set(['host', 'content-type']),
          unsignableHeaders: new Set(['x-amz-content-sha256']),
          unhoistableHeaders: new Set(['x-amz-content-sha256']),
        },
      );
      const ours = new URLSearchParams(
        presign({ method, path, query, headers: own, seconds }, credentials, at),
      );
      expect(Object.fromEntries(ours)).toEqual(presigned.query);
    }),
    { numRuns: 300 },
  );
});

test('a new day and new credentials use a new key', () => {
  const { sign } = createRequestSigner({ region: 'us-east-1', service: 'dynamodb' });
  const signWithNewSigner = (...[request, by, at]: Parameters<typeof sign>) =>
    createRequestSigner({ region: 'us-east-1', service: 'dynamodb' }).sign(request, by, at);
  const request = { method: 'POST', path: '/', headers: { host: 'a' }, payload: '' };
  const first = { accessKeyId: 'A', secretAccessKey: 'a' };
  const second = { accessKeyId: 'A', secretAccessKey: 'b' };
  const evening = new Date('2026-01-01T23:59:59Z');
  const morning = new Date('2026-01-02T00:00:00Z');
  for (const [by, at] of [
    [first, evening],
    [first, morning],
    [second, morning],
    [first, evening],
  ] as const)
    expect(sign(request, by, at)).toEqual(signWithNewSigner(request, by, at));
});

/** The hash interface that the SDK expects, over Node's. */
class Sha256 {
  readonly #hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash =
      secret === undefined ? createHash('sha256') : createHmac('sha256', secret as Buffer);
  }

  update(chunk: Uint8Array): void {
    this.#hash.update(chunk);
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    throw new Error('Nobody has asked for it.');
  }
}
