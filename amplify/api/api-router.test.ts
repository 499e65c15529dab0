import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { fromShortId, shortId } from '#core/values/id.ts';
import { anEvent, createInMemoryApi, withKey } from '../testing/in-memory-api.ts';

test(
  'the tutorial’s submission gets a response with the tutorial’s keys, in its order',
  { tags: 'submission-keys-in-order' },
  async () => {
    const { statusCode, body, headers } = await createInMemoryApi()(anEvent());
    expect(statusCode).toBe(201);
    expect(Object.keys(body).slice(0, 4)).toEqual([
      'PwaUserId',
      'Firstname',
      'Lastname',
      'Message',
    ]);
    expect(body).toMatchObject({
      PwaUserId: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
      Firstname: 'Mickey',
      Lastname: 'Mouse',
      Message: 'Successfully added user!',
      username: 'the_username',
      version: 1,
    });
    expect(fromShortId(String(body['PwaUserId']))).toBe(body['id']);
    expect(headers).toMatchObject({ 'Access-Control-Allow-Origin': '*', ETag: '"1"' });
  },
);

test('the tutorial’s event as printed, without claims, gets a 401', async () => {
  const { requestContext: _, ...asPrinted } = anEvent();
  const { statusCode, body, headers } = await createInMemoryApi()(
    asPrinted as APIGatewayProxyEvent,
  );
  expect({ statusCode, body }).toEqual({
    statusCode: 401,
    body: {
      type: 'urn:formstead:problem:unauthorized',
      title: 'Sign in first',
      status: 401,
      code: 'unauthorized',
      requestId: 'request-1',
    },
  });
  expect(headers['Content-Type']).toBe('application/problem+json');
});

test.each([
  [201, anEvent()],
  [200, anEvent({ httpMethod: 'GET' })],
  [404, anEvent({ path: '/nothing' })],
  [422, anEvent({ body: '{}' })],
  [403, anEvent({ httpMethod: 'GET', path: '/pwausers/responses' })],
  [401, {} as APIGatewayProxyEvent],
])('a %i response has no-store and nosniff', async (status, event) => {
  const { statusCode, headers } = await createInMemoryApi()(event);
  expect(statusCode).toBe(status);
  expect(headers).toMatchObject({
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
});

test('an empty event gets a 401', { tags: 'empty-event-401' }, async () => {
  expect(await createInMemoryApi()({} as APIGatewayProxyEvent)).toMatchObject({ statusCode: 401 });
});

test(
  'a repeated submission gets the first response, marked as a replay',
  { tags: 'submission-replayed' },
  async () => {
    const send = createInMemoryApi();
    const event = anEvent({ headers: withKey(randomUUID()) });
    const first = await send(event);
    const again = await send(event);
    expect(first.statusCode).toBe(201);
    expect(again.statusCode).toBe(200);
    expect(again.headers['Idempotent-Replayed']).toBe('true');
    expect(again.body).toEqual(first.body);
  },
);

test('the same key with other answers is rejected', async () => {
  const send = createInMemoryApi();
  const headers = withKey(randomUUID());
  await send(anEvent({ headers }));
  const other = await send(anEvent({ headers, body: '{"fname":"Minnie","lname":"Mouse"}' }));
  expect(other).toMatchObject({ statusCode: 422, body: { code: 'idempotency_key_reused' } });
});

test('the same key in capitals is the same key', async () => {
  const send = createInMemoryApi();
  const key = randomUUID();
  await send(anEvent({ headers: withKey(key) }));
  expect(await send(anEvent({ headers: withKey(key.toUpperCase()) }))).toMatchObject({
    statusCode: 200,
  });
});

test(
  'a missing answer is reported by the name of its field',
  { tags: 'missing-answer-named' },
  async () => {
    expect(await createInMemoryApi()(anEvent({ body: '{"lname":"Mouse"}' }))).toMatchObject({
      statusCode: 422,
      body: { code: 'invalid', errors: [{ field: 'fname', message: 'Enter your first name' }] },
    });
  },
);

test('at most twenty issues are listed', async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`field${i}`, 1]));
  const { body } = await createInMemoryApi()(anEvent({ body: JSON.stringify(many) }));
  expect(body['errors']).toHaveLength(20);
});

test.each<[string, number, string, Partial<APIGatewayProxyEvent>]>([
  ['broken JSON', 400, 'malformed', { body: '{"fname":' }],
  ['no body', 400, 'malformed', { body: null }],
  ['a key twice', 400, 'repeated_key', { body: '{"fname":"A","fname":"B","lname":"C"}' }],
  [
    'another character set',
    415,
    'not_json',
    { headers: { 'content-type': 'application/json; charset=utf-16' } },
  ],
  ['a body nested 17 deep', 400, 'too_deep', { body: '['.repeat(17) }],
  ['a body of 70 KB', 413, 'too_large', { body: JSON.stringify({ fname: 'x'.repeat(70_000) }) }],
  ['text', 415, 'not_json', { headers: { 'Content-Type': 'text/plain' } }],
  ['no content type', 415, 'not_json', { headers: {} }],
  ['a key that is no UUID', 400, 'invalid_parameter', { headers: withKey('1') }],
  ['an unknown form', 404, 'not_found', { path: '/nothing' }],
  ['a name every object has', 404, 'not_found', { path: '/constructor' }],
  ['an unknown method', 404, 'not_found', { httpMethod: 'PATCH' }],
  ['null for answers', 422, 'invalid', { body: 'null' }],
])(
  '%s is answered %i %s',
  { tags: 'bad-request-refused' },
  async (_, statusCode, code, changes) => {
    expect(await createInMemoryApi()(anEvent(changes))).toMatchObject({
      statusCode,
      body: { code },
    });
  },
);

test('brackets inside an answer do not count as nesting', async () => {
  const body = JSON.stringify({ fname: '[{'.repeat(20), lname: '"]\\' });
  expect(await createInMemoryApi()(anEvent({ body }))).toMatchObject({ statusCode: 201 });
});

test(
  'nothing that a caller sends can change the author of the entry',
  { tags: 'author-from-token' },
  async () => {
    const { body } = await createInMemoryApi()(
      anEvent({
        queryStringParameters: { userId: 'eve', username: 'eve' },
        headers: { 'content-type': 'application/json', 'x-user-id': 'eve' },
      }),
    );
    expect(body['username']).toBe('the_username');
  },
);

test('a problem never repeats what was sent', async () => {
  const { body } = await createInMemoryApi()(
    anEvent({ body: '{"fname":"a\\u0000secret","lname":["secret"]}' }),
  );
  expect(JSON.stringify(body)).not.toContain('secret');
});

test(
  'people list their own entries, newest first, page by page',
  { tags: 'own-entries-listed' },
  async () => {
    const send = createInMemoryApi();
    const ids: unknown[] = [];
    for (let i = 1; i <= 3; i += 1)
      ids.push(
        (await send(anEvent({ headers: withKey(`018f3c2e-7b1a-7000-8000-00000000000${i}`) }))).body[
          'id'
        ],
      );
    await send(anEvent({}, 'somebody else'));
    const list = (query: Record<string, string>) =>
      send(anEvent({ httpMethod: 'GET', queryStringParameters: query }));

    const first = await list({ limit: '2' });
    expect(first.body['items']).toMatchObject([{ id: ids[2] }, { id: ids[1] }]);
    const second = await list({ limit: '2', cursor: String(first.body['cursor']) });
    expect(second.body).toEqual({ items: [expect.objectContaining({ id: ids[0] })] });
  },
);

test.each([
  { limit: '0' },
  { limit: '101' },
  { limit: 'all' },
  { cursor: 'user#eve' },
  { cursor: '' },
])('a list with the parameters %j is rejected', async (query) => {
  const event = anEvent({ httpMethod: 'GET', queryStringParameters: query });
  expect(await createInMemoryApi()(event)).toMatchObject({
    statusCode: 400,
    body: { code: 'invalid_parameter' },
  });
});

test(
  'people read their own entry; another person’s gets the same response as an unknown one',
  { tags: 'own-entry-read' },
  async () => {
    const send = createInMemoryApi();
    const { body } = await send(anEvent());
    const path = `/pwausers/${String(body['id'])}`;
    const read = (at: string, username?: string) =>
      send(anEvent({ httpMethod: 'GET', path: at }, username));
    const mine = await read(path);
    expect(mine).toMatchObject({ statusCode: 200, body, headers: { ETag: '"1"' } });
    const anothers = await read(path, 'eve');
    const unknown = await read(`/pwausers/${randomUUID()}`, 'eve');
    expect(anothers.statusCode).toBe(404);
    expect(anothers).toEqual(unknown);
    expect(await read(`/pwausers/${shortId(String(body['id']))}`)).toMatchObject({
      statusCode: 404,
    });
  },
);

test.each([
  ['1', 201, undefined],
  ['2', 422, 'form_version_unknown'],
  ['0', 400, 'invalid_parameter'],
  ['one', 400, 'invalid_parameter'],
  ['', 400, 'invalid_parameter'],
])('Form-Version: %s gets a %i', async (version, statusCode, code) => {
  const headers = { 'content-type': 'application/json', 'Form-Version': version };
  expect(await createInMemoryApi()(anEvent({ headers }))).toMatchObject({
    statusCode,
    ...(code && { body: { code } }),
  });
});
