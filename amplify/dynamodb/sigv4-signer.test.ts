import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRequestSigner } from './sigv4-signer.ts';

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
      const sign = createRequestSigner({ region, service });
      expect(sign({ headers, body }, credentials, at)).toEqual(expected.headers);
      // The second time with the cached key.
      expect(sign({ headers, body }, credentials, at)).toEqual(expected.headers);
    }),
    { numRuns: 500 },
  );
});

test('a new day and new credentials use a new key', () => {
  const sign = createRequestSigner({ region: 'us-east-1', service: 'dynamodb' });
  const signWithNewSigner = (...[request, by, at]: Parameters<typeof sign>) =>
    createRequestSigner({ region: 'us-east-1', service: 'dynamodb' })(request, by, at);
  const request = { headers: { host: 'a' }, body: '{}' };
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
