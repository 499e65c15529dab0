import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { anEvent, createInMemoryApi } from '../../testing/in-memory-api.ts';

/** An entry, and requests of its author about it. */
async function withEntry(username?: string) {
  const send = createInMemoryApi();
  const { body } = await send(anEvent({}, username));
  const path = `/pwausers/${String(body['id'])}`;
  const minnie = '{"fname":"Minnie","lname":"Mouse"}';
  const request = (httpMethod: string, at = path, more: Partial<APIGatewayProxyEvent> = {}) =>
    send(anEvent({ httpMethod, path: at, body: null, ...more }, username));
  return {
    path,
    first: body,
    request,
    put: (headers: Record<string, string>, at = path, sent = minnie) =>
      request('PUT', at, {
        headers: { 'content-type': 'application/json', ...headers },
        body: sent,
      }),
  };
}

test(
  'a revision returns the whole entry, with its new ETag',
  { tags: 'revision-returned' },
  async () => {
    const { put, request, first } = await withEntry();
    const answered = await put({ 'If-Match': '"1"' });
    expect(answered).toMatchObject({
      statusCode: 200,
      headers: { ETag: '"2"' },
      body: { ...first, Firstname: 'Minnie', answers: { fname: 'Minnie' }, version: 2 },
    });
    expect((await request('GET')).body).toEqual(answered.body);
  },
);

test('no response contains the store’s internal properties', async () => {
  const { put } = await withEntry();
  const { body } = await put({ 'If-Match': '"1"' });
  const receipt = 'PwaUserId,Firstname,Lastname,Message';
  const entry = 'id,form,formVersion,username,answers,version,createdAt,updatedAt';
  expect(Object.keys(body).join(',')).toBe(`${receipt},${entry}`);
});

test('a revision without a version is asked for one', async () => {
  const { put } = await withEntry();
  expect(await put({})).toMatchObject({ statusCode: 428, body: { code: 'version_required' } });
});

test.each(['1', '"one"', '"0"', '"-1"', '*', '"1", "2"', '""', '"1e3"'])(
  'If-Match: %s is rejected',
  async (tag) => {
    const { put } = await withEntry();
    expect(await put({ 'If-Match': tag })).toMatchObject({
      statusCode: 400,
      body: { code: 'invalid_parameter', errors: [{ field: 'If-Match' }] },
    });
  },
);

test('an ETag that a proxy made weak still works', async () => {
  const { put } = await withEntry();
  expect(await put({ 'If-Match': 'W/"1"' })).toMatchObject({ statusCode: 200 });
});

test('revising an outdated version returns the current entry', async () => {
  const { put, request } = await withEntry();
  await put({ 'If-Match': '"1"' });
  const stale = await put({ 'If-Match': '"1"' });
  expect(stale).toMatchObject({
    statusCode: 412,
    headers: { ETag: '"2"', 'Content-Type': 'application/problem+json' },
    body: { code: 'stale', status: 412, current: (await request('GET')).body },
  });
});

test('a repeated revision gets the first response, marked as a replay', async () => {
  const { put } = await withEntry();
  const headers = { 'If-Match': '"1"', 'Idempotency-Key': randomUUID() };
  const first = await put(headers);
  const again = await put(headers);
  expect(again).toEqual({
    ...first,
    headers: { ...first.headers, 'Idempotent-Replayed': 'true' },
  });
});

test('the same key with another revision is rejected', async () => {
  const { put, path } = await withEntry();
  const key = randomUUID();
  await put({ 'If-Match': '"1"', 'Idempotency-Key': key });
  const other = '{"fname":"Daisy","lname":"Duck"}';
  expect(await put({ 'If-Match': '"2"', 'Idempotency-Key': key }, path, other)).toMatchObject({
    statusCode: 422,
    body: { code: 'idempotency_key_reused' },
  });
});

test(
  'a withdrawn entry is hidden, listed separately, and can be restored',
  { tags: 'withdrawn-restorable' },
  async () => {
    const { request, path, first } = await withEntry();
    const list = (withdrawn: string) =>
      request('GET', '/pwausers', { queryStringParameters: { withdrawn } });
    expect(await request('DELETE')).toMatchObject({
      statusCode: 200,
      body: { withdrawn: true, deleted: true },
    });
    expect(await request('GET')).toMatchObject({ statusCode: 404 });
    expect((await list('false')).body).toEqual({ items: [] });
    expect((await list('true')).body).toMatchObject({
      items: [{ id: first['id'], withdrawnAt: '2026-01-01T12:00:00.000Z' }],
    });
    const restored = await request('POST', `${path}/restore`);
    expect(restored).toMatchObject({
      statusCode: 200,
      headers: { ETag: '"3"' },
      body: { ...first, version: 3 },
    });
    expect(restored.body).not.toHaveProperty('withdrawnAt');
    expect(restored.body).not.toHaveProperty('deletedAt');
    expect((await request('GET')).body).toEqual(restored.body);
  },
);

test('an installed app that still says “deleted” is answered as before', async () => {
  const { request, first } = await withEntry();
  const list = async (query: Record<string, string>) =>
    (await request('GET', '/pwausers', { queryStringParameters: query })).body;
  expect(await request('DELETE')).toMatchObject({ statusCode: 200, body: { deleted: true } });
  expect(await list({ deleted: 'false' })).toEqual({ items: [] });
  const withdrawn = await list({ deleted: 'true' });
  expect(withdrawn).toMatchObject({
    items: [{ id: first['id'], deletedAt: '2026-01-01T12:00:00.000Z' }],
  });
  expect(await list({ withdrawn: 'true' })).toEqual(withdrawn);
  expect(await list({ withdrawn: 'false', deleted: 'true' })).toEqual({ items: [] });
});

test('an erased entry stays 410', { tags: 'erased-stays-410' }, async () => {
  const { request, path, put } = await withEntry();
  const permanent = { queryStringParameters: { permanent: 'true' } };
  expect(await request('DELETE', path, permanent)).toMatchObject({ body: { withdrawn: true } });
  const gone = { statusCode: 410, body: { code: 'gone' } };
  expect(await request('POST', `${path}/restore`)).toMatchObject(gone);
  expect(await put({ 'If-Match': '"1"' })).toMatchObject(gone);
  const list = { queryStringParameters: { withdrawn: 'true' } };
  expect((await request('GET', '/pwausers', list)).body).toEqual({ items: [] });
});

test.each([
  ['GET', '/pwausers', 'withdrawn'],
  ['GET', '/pwausers', 'deleted'],
  ['DELETE', '/pwausers/018f3c2e-7b1a-7000-8000-0123456789ab', 'permanent'],
])('%s %s?%s=maybe is rejected', async (method, path, name) => {
  const { request } = await withEntry();
  const query = { queryStringParameters: { [name]: 'maybe' } };
  expect(await request(method, path, query)).toMatchObject({
    statusCode: 400,
    body: { code: 'invalid_parameter', errors: [{ field: name }] },
  });
});

test.each(['DELETE', 'PUT', 'POST'])(
  '%s with a key that is not a UUID is rejected',
  async (method) => {
    const { request, path } = await withEntry();
    const at = method === 'POST' ? `${path}/restore` : path;
    expect(await request(method, at, { headers: { 'Idempotency-Key': '1' } })).toMatchObject({
      statusCode: 400,
      body: { errors: [{ field: 'Idempotency-Key' }] },
    });
  },
);
