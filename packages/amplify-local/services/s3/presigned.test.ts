import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { GetObjectCommand, PutObjectCommand, type PutObjectCommandInput } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test } from 'vitest';
import { Bucket } from '../../testing/bucket-resources.ts';
import { testS3, type TestS3 } from '../../testing/test-s3.ts';

const page = 'http://localhost:5173';
const CorsConfiguration = {
  CorsRules: [
    {
      AllowedOrigins: [page, 'https://*.example.com'],
      AllowedMethods: ['PUT', 'GET'],
      AllowedHeaders: ['content-*', 'x-amz-checksum-sha256'],
      ExposedHeaders: ['ETag'],
      MaxAge: 600,
    },
  ],
};
const Body = 'a picture';
const sha256 = (text: string) => createHash('sha256').update(text).digest('base64');

/** Sends what a browser would: the URL as it is, and the headers that are given. */
async function send(url: string, init: RequestInit = {}) {
  const response = await fetch(url, init);
  const body = await response.text();
  return {
    status: response.status,
    code: /<Code>(\w+)</.exec(body)?.[1],
    body,
    headers: response.headers,
  };
}

async function urlToPut({ s3 }: TestS3, more: Partial<PutObjectCommandInput> = {}) {
  const command = new PutObjectCommand({
    Bucket,
    Key: 'photo 1.jpg',
    ContentType: 'image/jpeg',
    ContentLength: Body.length,
    ChecksumSHA256: sha256(Body),
    ...more,
  });
  return getSignedUrl(s3, command, {
    expiresIn: 60,
    signableHeaders: new Set(['content-type', 'content-length', 'host']),
    unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
  });
}

const headers = { 'content-type': 'image/jpeg', 'x-amz-checksum-sha256': sha256(Body) };

test('a page uploads with a URL that a function signed for these bytes', async () => {
  const it = await testS3();
  const url = await urlToPut(it);
  expect(new URL(url).searchParams.get('X-Amz-SignedHeaders')).toBe(
    'content-length;content-type;host;x-amz-checksum-sha256',
  );
  expect(await send(url, { method: 'PUT', body: Body, headers })).toMatchObject({ status: 200 });
  expect(await it.s3.headObject({ Bucket, Key: 'photo 1.jpg' })).toMatchObject({
    ContentType: 'image/jpeg',
    ContentLength: Body.length,
  });
});

test('a checksum in the URL itself is not verified, as the presigner puts one of an empty body there', async () => {
  const it = await testS3();
  const url = await getSignedUrl(it.s3, new PutObjectCommand({ Bucket, Key: 'k' }));
  expect(url).toContain('x-amz-checksum-crc32=AAAAAA');
  expect(await send(url, { method: 'PUT', body: Body })).toMatchObject({ status: 200 });
});

test('metadata in the URL is stored', async () => {
  const it = await testS3();
  const Metadata = { by: 'me' };
  const url = await getSignedUrl(it.s3, new PutObjectCommand({ Bucket, Key: 'k', Metadata }));
  await send(url, { method: 'PUT', body: Body });
  expect(await it.s3.headObject({ Bucket, Key: 'k' })).toMatchObject({ Metadata });
});

test.each<[string, RequestInit, string]>([
  ['more bytes', { body: `${Body}!` }, 'SignatureDoesNotMatch'],
  ['other bytes of that length', { body: 'A PICTURE' }, 'BadDigest'],
  [
    'another type',
    { headers: { ...headers, 'content-type': 'text/html' } },
    'SignatureDoesNotMatch',
  ],
  [
    'another checksum',
    { body: 'A PICTURE', headers: { ...headers, 'x-amz-checksum-sha256': sha256('A PICTURE') } },
    'SignatureDoesNotMatch',
  ],
  ['no checksum', { headers: { 'content-type': 'image/jpeg' } }, 'SignatureDoesNotMatch'],
  ['another method', { method: 'DELETE', body: null }, 'SignatureDoesNotMatch'],
  [
    'a header that is not signed',
    { headers: { ...headers, 'x-amz-tagging': 'a=b' } },
    'AccessDenied',
  ],
])('a URL for an upload is refused with %s', async (_, change, code) => {
  const it = await testS3();
  const init = { method: 'PUT', body: Body, headers, ...change };
  expect(await send(await urlToPut(it), init)).toMatchObject({ code });
  await expect(it.s3.headObject({ Bucket, Key: 'photo 1.jpg' })).rejects.toThrow();
});

test('a URL is for one key, one bucket and one time', async () => {
  let now = Date.now();
  const it = await testS3({ now: () => now });
  await it.s3.putObject({ Bucket, Key: 'mine', Body });
  await it.s3.putObject({ Bucket, Key: 'other', Body });
  const url = await getSignedUrl(it.s3, new GetObjectCommand({ Bucket, Key: 'mine' }), {
    expiresIn: 60,
    signingDate: new Date(now),
  });
  expect(await send(url)).toMatchObject({ status: 200, body: Body });
  expect(await send(url.replace('/mine', '/other'))).toMatchObject({
    code: 'SignatureDoesNotMatch',
  });
  expect(await send(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'))).toMatchObject({
    code: 'SignatureDoesNotMatch',
  });
  expect(await send(`${url}&response-content-type=text/html`)).toMatchObject({
    code: 'SignatureDoesNotMatch',
  });
  expect(await send(url.split('?')[0] ?? '')).toMatchObject({ code: 'AccessDenied' });
  now += 59_000;
  expect(await send(url)).toMatchObject({ status: 200 });
  now += 3000;
  expect(await send(url)).toMatchObject({
    code: 'AccessDenied',
    body: expect.stringContaining('has expired'),
  });
  now -= 20 * 60_000;
  expect(await send(url)).toMatchObject({
    code: 'AccessDenied',
    body: expect.stringContaining('not yet valid'),
  });
});

test('a URL that says how the download is named does so', async () => {
  const it = await testS3();
  await it.s3.putObject({ Bucket, Key: 'k', Body });
  const disposition = 'attachment; filename="photo.jpg"';
  const command = new GetObjectCommand({
    Bucket,
    Key: 'k',
    ResponseContentDisposition: disposition,
    ResponseContentType: 'image/jpeg',
  });
  const { headers } = await send(await getSignedUrl(it.s3, command));
  expect([headers.get('content-disposition'), headers.get('content-type')]).toEqual([
    disposition,
    'image/jpeg',
  ]);
});

test('a URL is valid after a restart', async () => {
  const it = await testS3();
  await it.s3.putObject({ Bucket, Key: 'k', Body });
  const url = new URL(await getSignedUrl(it.s3, new GetObjectCommand({ Bucket, Key: 'k' })));
  const again = await it.restart();
  // The signature is of the host too.
  const { port } = new URL(again.server.url);
  const status = await new Promise((resolve) =>
    request({ port, path: url.pathname + url.search, headers: { host: url.host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).end(),
  );
  expect(status).toBe(200);
});

test('a wrong key, an unknown one and a wrong token are refused', async () => {
  const { client } = await testS3();
  const { accessKeyId, secretAccessKey, sessionToken } = await client().config.credentials();
  const error = (credentials: {
    accessKeyId: string;
    secretAccessKey: string;
    sessionToken?: string | undefined;
  }) =>
    client({ credentials: { ...credentials, sessionToken: credentials.sessionToken ?? '' } })
      .listObjectsV2({ Bucket })
      .catch((thrown: Error) => thrown.name);
  expect(await error({ accessKeyId, secretAccessKey: 'local', sessionToken })).toBe(
    'SignatureDoesNotMatch',
  );
  expect(await error({ accessKeyId: 'local', secretAccessKey: 'local' })).toBe(
    'InvalidAccessKeyId',
  );
  expect(await error({ accessKeyId, secretAccessKey, sessionToken: 'other' })).toBe('InvalidToken');
});

test('a request signed a quarter of an hour ago is refused', async () => {
  const it = await testS3({ now: () => Date.now() + 16 * 60_000 });
  await expect(it.s3.listObjectsV2({ Bucket })).rejects.toThrow(
    expect.objectContaining({ name: 'RequestTimeTooSkewed' }),
  );
});

test('the CORS rules of the bucket say which pages may send and read what', async () => {
  const it = await testS3({ properties: { CorsConfiguration } });
  const url = await urlToPut(it);
  const ask = (origin: string, method: string, requested = 'content-type,x-amz-checksum-sha256') =>
    send(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': requested,
      },
    });
  const allowed = await ask(page, 'PUT');
  expect(allowed.status).toBe(200);
  expect(Object.fromEntries(allowed.headers)).toMatchObject({
    'access-control-allow-origin': page,
    'access-control-allow-methods': 'PUT, GET',
    'access-control-allow-headers': 'content-type, x-amz-checksum-sha256',
    'access-control-max-age': '600',
  });
  expect(await ask('https://forms.example.com', 'GET')).toMatchObject({ status: 200 });
  expect(await ask('https://example.org', 'PUT')).toMatchObject({
    status: 403,
    code: 'AccessForbidden',
  });
  expect(await ask(page, 'DELETE')).toMatchObject({ status: 403 });
  expect(await ask(page, 'PUT', 'x-amz-acl')).toMatchObject({ status: 403 });

  const put = await send(url, { method: 'PUT', body: Body, headers: { ...headers, origin: page } });
  expect([
    put.headers.get('access-control-allow-origin'),
    put.headers.get('access-control-expose-headers'),
  ]).toEqual([page, 'ETag']);
  const denied = await send(`${it.server.url}/${Bucket}/k`, { headers: { origin: page } });
  expect([denied.status, denied.headers.get('access-control-allow-origin')]).toEqual([403, page]);
  const foreign = await send(url, {
    method: 'PUT',
    body: Body,
    headers: { ...headers, origin: 'https://example.org' },
  });
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
});

test('without CORS rules no page may read', async () => {
  const it = await testS3();
  const headers = { origin: page, 'access-control-request-method': 'GET' };
  expect(await send(`${it.server.url}/${Bucket}/k`, { method: 'OPTIONS', headers })).toMatchObject({
    status: 403,
    body: expect.stringContaining('CORS is not enabled'),
  });
});

test.each([
  '/%ZZ',
  '/pictures/%FF',
  '/pictures/k?X-Amz-Algorithm=AWS4-HMAC-SHA256',
  '/pictures/k?X-Amz-Algorithm=x&X-Amz-Credential=a/b/c/d/e&X-Amz-Date=1&X-Amz-Expires=1&X-Amz-SignedHeaders=&X-Amz-Signature=',
  `/pictures/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a/20260101/us-east-1/s3/aws4_request&X-Amz-Date=20260101T000000Z&X-Amz-Expires=604801&X-Amz-SignedHeaders=host&X-Amz-Signature=0`,
  '/constructor/k?x=__proto__',
  '//',
  '/',
])('%s without a valid signature gets S3’s error', async (path) => {
  const it = await testS3();
  const { status, code, body } = await send(it.server.url + path);
  expect({ status, code }).toEqual({
    status: expect.toSatisfy((it) => it === 400 || it === 403),
    code: expect.any(String),
  });
  expect(body).not.toContain('__proto__');
  expect(it.logged).toEqual([]);
});
