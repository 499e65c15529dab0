import { expect, test } from 'vitest';
import type { HttpRequest } from '../aws/keep-alive-http.ts';
import { createS3Bucket, type S3Request } from './s3-bucket.ts';

const error = (code: string) => `<?xml version="1.0"?>\n<Error><Code>${code}</Code></Error>`;

/** What a request ends in, and how often it was sent, if S3 always answers like this. */
async function outcomeOf(status: number, body: string, request: S3Request) {
  const sent: HttpRequest[] = [];
  const bucket = createS3Bucket({
    async http(it) {
      sent.push(it);
      return { status, headers: {}, body };
    },
    name: 'files',
    address: { origin: new URL('https://files.s3.eu-west-1.amazonaws.com'), folder: '' },
    region: 'eu-west-1',
    credentials: () => ({ accessKeyId: 'key', secretAccessKey: 'secret' }),
    now: () => Date.parse('2026-01-01T12:00:00Z'),
    random: () => 0,
    sleep: async () => {},
  });
  const outcome = await bucket.call(request).then(
    () => 'done',
    ({ name, status: given }: Error & { status: number }) => `${name} ${given}`,
  );
  return [outcome, sent.length];
}

test.each<[number, string, S3Request['method'], string, number]>([
  [204, '', 'DELETE', 'done', 1],
  [403, error('AccessDenied'), 'DELETE', 'AccessDenied 403', 1],
  [404, '', 'HEAD', 'NotFound 404', 1],
  [404, error('NoSuchUpload'), 'POST', 'NoSuchUpload 404', 1],
  [412, error('PreconditionFailed'), 'PUT', 'PreconditionFailed 412', 1],
  [503, error('SlowDown'), 'PUT', 'SlowDown 503', 2],
  [500, '<html>', 'GET', 'UnknownError 500', 2],
])('%i %s for a %s ends in %s, after %i attempts', async (status, body, method, end, attempts) => {
  expect(await outcomeOf(status, body, { method, key: 'a' })).toEqual([end, attempts]);
});

test('a copy or an upload that fails after S3 has begun its response has failed', async () => {
  const body = error('InternalError');
  for (const method of ['PUT', 'POST'] as const)
    expect(await outcomeOf(200, body, { method, key: 'a' })).toEqual(['InternalError 500', 2]);
});

test('an object may contain what looks like an error', async () => {
  expect(await outcomeOf(200, error('InternalError'), { method: 'GET', key: 'a' })).toEqual([
    'done',
    1,
  ]);
});
