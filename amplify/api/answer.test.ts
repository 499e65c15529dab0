import { randomBytes, randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createMemoryStore } from '#core/entries/memory-store.ts';
import { fromShortId, shortId } from '#core/id.ts';
import { formById } from '#forms/index.ts';
import { answer } from './answer.ts';
import { eventToCall, replyToResult } from './call.ts';
import { digest } from './digest.ts';

/** The tutorial's test event, as printed, with claims unless told otherwise. */
function anEvent(changes: Partial<APIGatewayProxyEvent> = {}, username?: string, groups?: string) {
  const claims = {
    'cognito:username': username ?? 'the_username',
    ...(groups !== undefined && { 'cognito:groups': groups }),
  };
  return {
    path: '/pwausers',
    httpMethod: 'POST',
    headers: { Accept: '*/*', 'content-type': 'application/json; charset=UTF-8' },
    queryStringParameters: null,
    pathParameters: null,
    requestContext: { authorizer: { claims } },
    body: '{"fname":"Mickey","lname":"Mouse"}',
    ...changes,
  } as APIGatewayProxyEvent;
}

function aWorld(now = () => new Date('2026-01-01T12:00:00Z')) {
  const deps = {
    store: createMemoryStore(),
    formById,
    now,
    random: () => 0,
    randomBytes,
    digest,
  };
  return async (event: APIGatewayProxyEvent) => {
    const result = replyToResult(await answer(deps, eventToCall(event, 'request-1')));
    const body = JSON.parse(result.body) as Record<string, unknown>;
    return { ...result, body, headers: result.headers ?? {} };
  };
}

const withKey = (key: string) => ({ 'content-type': 'application/json', 'Idempotency-Key': key });

test('the tutorial’s submission is answered with the tutorial’s keys, in its order', async () => {
  const { statusCode, body, headers } = await aWorld()(anEvent());
  expect(statusCode).toBe(201);
  expect(Object.keys(body).slice(0, 4)).toEqual(['PwaUserId', 'Firstname', 'Lastname', 'Message']);
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
});

test('the tutorial’s event as printed, without claims, is told to sign in', async () => {
  const { requestContext: _, ...asPrinted } = anEvent();
  const { statusCode, body, headers } = await aWorld()(asPrinted as APIGatewayProxyEvent);
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

test('an event without anything is told to sign in', async () => {
  expect(await aWorld()({} as APIGatewayProxyEvent)).toMatchObject({ statusCode: 401 });
});

test('a repeated submission is answered as the first was, and says so', async () => {
  const send = aWorld();
  const event = anEvent({ headers: withKey(randomUUID()) });
  const first = await send(event);
  const again = await send(event);
  expect(first.statusCode).toBe(201);
  expect(again.statusCode).toBe(200);
  expect(again.headers['Idempotent-Replayed']).toBe('true');
  expect(again.body).toEqual(first.body);
});

test('one key with other answers is refused', async () => {
  const send = aWorld();
  const headers = withKey(randomUUID());
  await send(anEvent({ headers }));
  const other = await send(anEvent({ headers, body: '{"fname":"Minnie","lname":"Mouse"}' }));
  expect(other).toMatchObject({ statusCode: 422, body: { code: 'idempotency_key_reused' } });
});

test('the same key in capitals is the same key', async () => {
  const send = aWorld();
  const key = randomUUID();
  await send(anEvent({ headers: withKey(key) }));
  expect(await send(anEvent({ headers: withKey(key.toUpperCase()) }))).toMatchObject({
    statusCode: 200,
  });
});

test('a missing answer is named', async () => {
  expect(await aWorld()(anEvent({ body: '{"lname":"Mouse"}' }))).toMatchObject({
    statusCode: 422,
    body: { code: 'invalid', errors: [{ field: 'fname', message: 'Enter your first name' }] },
  });
});

test('no more than twenty complaints are listed', async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`field${i}`, 1]));
  const { body } = await aWorld()(anEvent({ body: JSON.stringify(many) }));
  expect(body['errors']).toHaveLength(20);
});

test.each<[string, number, string, Partial<APIGatewayProxyEvent>]>([
  ['broken JSON', 400, 'malformed', { body: '{"fname":' }],
  ['no body', 400, 'malformed', { body: null }],
  ['a body nested 17 deep', 400, 'too_deep', { body: '['.repeat(17) }],
  ['a body of 70 KB', 413, 'too_large', { body: JSON.stringify({ fname: 'x'.repeat(70_000) }) }],
  ['text', 415, 'not_json', { headers: { 'Content-Type': 'text/plain' } }],
  ['no content type', 415, 'not_json', { headers: {} }],
  ['a key that is no UUID', 400, 'invalid_parameter', { headers: withKey('1') }],
  ['an unknown form', 404, 'not_found', { path: '/nothing' }],
  ['a name every object has', 404, 'not_found', { path: '/constructor' }],
  ['an unknown method', 404, 'not_found', { httpMethod: 'PATCH' }],
  ['null for answers', 422, 'invalid', { body: 'null' }],
])('%s is answered %i %s', async (_, statusCode, code, changes) => {
  expect(await aWorld()(anEvent(changes))).toMatchObject({ statusCode, body: { code } });
});

test('brackets within an answer are not nesting', async () => {
  const body = JSON.stringify({ fname: '[{'.repeat(20), lname: '"]\\' });
  expect(await aWorld()(anEvent({ body }))).toMatchObject({ statusCode: 201 });
});

test('nothing a caller sends can set whose entry it is', async () => {
  const { body } = await aWorld()(
    anEvent({
      queryStringParameters: { userId: 'eve', username: 'eve' },
      headers: { 'content-type': 'application/json', 'x-user-id': 'eve' },
    }),
  );
  expect(body['username']).toBe('the_username');
});

test('a refusal never repeats what was sent', async () => {
  const { body } = await aWorld()(
    anEvent({ body: '{"fname":"a\\u0000secret","lname":["secret"]}' }),
  );
  expect(JSON.stringify(body)).not.toContain('secret');
});

test('people list their own entries, newest first, a page at a time', async () => {
  const send = aWorld();
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
});

test.each([
  { limit: '0' },
  { limit: '101' },
  { limit: 'all' },
  { cursor: 'user#eve' },
  { cursor: '' },
])('a list asked for with %j is refused', async (query) => {
  const event = anEvent({ httpMethod: 'GET', queryStringParameters: query });
  expect(await aWorld()(event)).toMatchObject({
    statusCode: 400,
    body: { code: 'invalid_parameter' },
  });
});

test('people read their own entry; another’s answers as an unknown one does', async () => {
  const send = aWorld();
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
  expect(await read(`/pwausers/${shortId(String(body['id']))}`)).toMatchObject({ statusCode: 404 });
});

/** The author's own entry, and requests about it. */
async function withEntry(username?: string) {
  const send = aWorld();
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

test('a revised entry is told whole, with its new ETag', async () => {
  const { put, request, first } = await withEntry();
  const answered = await put({ 'If-Match': '"1"' });
  expect(answered).toMatchObject({
    statusCode: 200,
    headers: { ETag: '"2"' },
    body: { ...first, Firstname: 'Minnie', answers: { fname: 'Minnie' }, version: 2 },
  });
  expect((await request('GET')).body).toEqual(answered.body);
});

test('nothing the store remembers for itself is told', async () => {
  const { put } = await withEntry();
  const { body } = await put({ 'If-Match': '"1"' });
  const receipt = 'PwaUserId,Firstname,Lastname,Message';
  const entry = 'id,form,formVersion,username,answers,version,createdAt,updatedAt';
  expect(Object.keys(body).join(',')).toBe(`${receipt},${entry}`);
});

test('a revision that does not say of which version is asked to', async () => {
  const { put } = await withEntry();
  expect(await put({})).toMatchObject({ statusCode: 428, body: { code: 'version_required' } });
});

test.each(['1', '"one"', '"0"', '"-1"', '*', '"1", "2"', '""', '"1e3"'])(
  'If-Match: %s is refused',
  async (tag) => {
    const { put } = await withEntry();
    expect(await put({ 'If-Match': tag })).toMatchObject({
      statusCode: 400,
      body: { code: 'invalid_parameter', errors: [{ field: 'If-Match' }] },
    });
  },
);

test('an ETag that a proxy made weak still names its version', async () => {
  const { put } = await withEntry();
  expect(await put({ 'If-Match': 'W/"1"' })).toMatchObject({ statusCode: 200 });
});

test('who revises a version that has been changed since is given the entry as it is', async () => {
  const { put, request } = await withEntry();
  await put({ 'If-Match': '"1"' });
  const stale = await put({ 'If-Match': '"1"' });
  expect(stale).toMatchObject({
    statusCode: 412,
    headers: { ETag: '"2"', 'Content-Type': 'application/problem+json' },
    body: { code: 'stale', status: 412, current: (await request('GET')).body },
  });
});

test('a repeated revision is answered as the first was, and says so', async () => {
  const { put } = await withEntry();
  const headers = { 'If-Match': '"1"', 'Idempotency-Key': randomUUID() };
  const first = await put(headers);
  const again = await put(headers);
  expect(again).toEqual({
    ...first,
    headers: { ...first.headers, 'Idempotent-Replayed': 'true' },
  });
});

test('one key with another revision is refused', async () => {
  const { put, path } = await withEntry();
  const key = randomUUID();
  await put({ 'If-Match': '"1"', 'Idempotency-Key': key });
  const other = '{"fname":"Daisy","lname":"Duck"}';
  expect(await put({ 'If-Match': '"2"', 'Idempotency-Key': key }, path, other)).toMatchObject({
    statusCode: 422,
    body: { code: 'idempotency_key_reused' },
  });
});

test('a withdrawn entry is gone from sight, listed apart, and can be restored', async () => {
  const { request, path, first } = await withEntry();
  const list = (deleted: string) =>
    request('GET', '/pwausers', { queryStringParameters: { deleted } });
  expect(await request('DELETE')).toMatchObject({ statusCode: 200, body: { deleted: true } });
  expect(await request('GET')).toMatchObject({ statusCode: 404 });
  expect((await list('false')).body).toEqual({ items: [] });
  expect((await list('true')).body).toMatchObject({
    items: [{ id: first['id'], deletedAt: '2026-01-01T12:00:00.000Z' }],
  });
  const restored = await request('POST', `${path}/restore`);
  expect(restored).toMatchObject({
    statusCode: 200,
    headers: { ETag: '"3"' },
    body: { ...first, version: 3 },
  });
  expect(restored.body).not.toHaveProperty('deletedAt');
  expect((await request('GET')).body).toEqual(restored.body);
});

test('what is withdrawn for good is 410 ever after', async () => {
  const { request, path, put } = await withEntry();
  const permanent = { queryStringParameters: { permanent: 'true' } };
  expect(await request('DELETE', path, permanent)).toMatchObject({ body: { deleted: true } });
  const gone = { statusCode: 410, body: { code: 'gone' } };
  expect(await request('POST', `${path}/restore`)).toMatchObject(gone);
  expect(await put({ 'If-Match': '"1"' })).toMatchObject(gone);
  const list = { queryStringParameters: { deleted: 'true' } };
  expect((await request('GET', '/pwausers', list)).body).toEqual({ items: [] });
});

test.each([
  ['GET', '/pwausers', 'deleted'],
  ['DELETE', '/pwausers/018f3c2e-7b1a-7000-8000-0123456789ab', 'permanent'],
])('%s %s?%s=maybe is refused', async (method, path, name) => {
  const { request } = await withEntry();
  const query = { queryStringParameters: { [name]: 'maybe' } };
  expect(await request(method, path, query)).toMatchObject({
    statusCode: 400,
    body: { code: 'invalid_parameter', errors: [{ field: name }] },
  });
});

test.each(['DELETE', 'PUT', 'POST'])('%s with a key that is no UUID is refused', async (method) => {
  const { request, path } = await withEntry();
  const at = method === 'POST' ? `${path}/restore` : path;
  expect(await request(method, at, { headers: { 'Idempotency-Key': '1' } })).toMatchObject({
    statusCode: 400,
    body: { errors: [{ field: 'Idempotency-Key' }] },
  });
});

/** Entries of three people on three days, and an owner who asks for them. */
async function withResponses() {
  let day = 0;
  const send = aWorld(() => new Date(Date.UTC(2026, 0, day, 12)));
  const entries: Record<string, unknown>[] = [];
  for (const username of ['ada', 'bob', 'eve']) {
    day += 1;
    entries.unshift((await send(anEvent({}, username))).body);
  }
  return {
    send,
    entries,
    ask: (query: Record<string, string> | null = null, groups = 'owners', at = 'responses') =>
      send(
        anEvent(
          { httpMethod: 'GET', path: `/pwausers/${at}`, queryStringParameters: query },
          'olga',
          groups,
        ),
      ),
  };
}

test('an owner reads everyone’s responses, newest first, a page at a time', async () => {
  const { ask, entries } = await withResponses();
  expect((await ask()).body).toEqual({ items: entries });
  const first = await ask({ limit: '2' });
  expect(first.body['items']).toEqual(entries.slice(0, 2));
  const second = await ask({ limit: '2', cursor: String(first.body['cursor']) });
  expect(second.body).toEqual({ items: entries.slice(2) });
});

test.each([
  [{ from: '2026-01-02' }, [0, 1]],
  [{ to: '2026-01-02' }, [1, 2]],
  [{ from: '2026-01-02', to: '2026-01-02' }, [1]],
  [{ from: '2026-01-03', to: '2026-01-01' }, []],
])('of the responses %j gives %j', async (query, wanted) => {
  const { ask, entries } = await withResponses();
  expect((await ask(query)).body).toEqual({ items: wanted.map((it) => entries[it]) });
});

test('an owner picks one response by its author and id; a wrong pair gives none', async () => {
  const { ask, entries } = await withResponses();
  const id = String(entries[1]?.['id']);
  expect((await ask({ username: 'bob', id })).body).toEqual({ items: [entries[1]] });
  expect((await ask({ username: 'ada', id })).body).toEqual({ items: [] });
});

test.each(['staff', 'Owners', 'owner', 'co-owners,staff', ''])(
  'a member of “%s” is refused the responses',
  async (groups) => {
    const { ask } = await withResponses();
    expect(await ask(null, groups)).toMatchObject({ statusCode: 403, body: { code: 'forbidden' } });
  },
);

test.each([
  { limit: '0' },
  { limit: '101' },
  { cursor: 'user#eve' },
  { cursor: '' },
  { cursor: 'zzzzzzzzzz.AY88LnsacACAAAEjRWeJqw' },
  { cursor: 'mjx8a1c0.not-an-id' },
  { from: '2026-02-30' },
  { to: '2026-1-1' },
  { from: '' },
  { username: 'ada' },
  { id: '018f3c2e-7b1a-7000-8000-0123456789ab' },
  { username: 'ada', id: 'entry#1' },
  { username: '', id: '018f3c2e-7b1a-7000-8000-0123456789ab' },
])('responses asked for with %j are refused', async (query) => {
  const { ask } = await withResponses();
  expect(await ask(query)).toMatchObject({ statusCode: 400, body: { code: 'invalid_parameter' } });
});

test('an owner changes nobody’s entry, and does not find it as their own', async () => {
  const { send, entries } = await withResponses();
  const path = `/pwausers/${String(entries[0]?.['id'])}`;
  const headers = { 'content-type': 'application/json', 'If-Match': '"1"' };
  for (const [httpMethod, at] of [
    ['GET', path],
    ['PUT', path],
    ['DELETE', path],
    ['POST', `${path}/restore`],
  ] as const)
    expect(await send(anEvent({ httpMethod, path: at, headers }, 'olga', 'owners'))).toMatchObject({
      statusCode: 404,
    });
});

test.each([
  ['1', 201, undefined],
  ['2', 422, 'form_version_unknown'],
  ['0', 400, 'invalid_parameter'],
  ['one', 400, 'invalid_parameter'],
  ['', 400, 'invalid_parameter'],
])('Form-Version: %s is answered %i', async (version, statusCode, code) => {
  const headers = { 'content-type': 'application/json', 'Form-Version': version };
  expect(await aWorld()(anEvent({ headers }))).toMatchObject({
    statusCode,
    ...(code && { body: { code } }),
  });
});

test('an owner is told what the responses come to', async () => {
  const { ask } = await withResponses();
  expect(await ask(null, 'owners', 'summary')).toMatchObject({
    statusCode: 200,
    body: {
      form: 'pwausers',
      count: 3,
      complete: true,
      days: { '2026-01-03': 1, '2026-01-02': 1, '2026-01-01': 1 },
      fields: { fname: { answered: 3 }, source: { answered: 0, options: { friend: 0 } } },
    },
  });
  expect(await ask(null, 'staff', 'summary')).toMatchObject({ statusCode: 403 });
});
