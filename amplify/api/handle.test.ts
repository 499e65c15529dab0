import { randomBytes, randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createMemoryStore } from '#core/entries/memory-store.ts';
import type { EntryStore } from '#core/entries/store.ts';
import { formById } from '#forms/index.ts';
import { digest } from './digest.ts';
import { handle } from './handle.ts';

const secret = 'Unmistakable';
const id = randomUUID();

function anEvent(changes: Partial<APIGatewayProxyEvent> = {}) {
  return {
    path: '/pwausers',
    httpMethod: 'POST',
    headers: {
      'content-type': 'application/json',
      'Idempotency-Key': id,
      Authorization: `token ${secret}`,
    },
    queryStringParameters: { cursor: secret },
    requestContext: {
      requestId: 'request-1',
      authorizer: { claims: { 'cognito:username': secret, email: `${secret}@example.com` } },
    },
    body: JSON.stringify({ fname: secret, lname: 'Mouse' }),
    ...changes,
  } as APIGatewayProxyEvent;
}

function aWorld(store: EntryStore = createMemoryStore()) {
  const times = [1000, 1007];
  const lines: string[] = [];
  const deps = {
    backend: 'formstead-test',
    openStore: (spend: (units: { read?: number; write?: number }) => void) => {
      spend({ write: 1 });
      spend({ write: 1, read: 0.5 });
      return store;
    },
    formById,
    now: () => new Date(times.length > 1 ? (times.shift() ?? 0) : 1007),
    random: () => 0,
    randomBytes,
    digest,
    say: (line: string) => void lines.push(line),
  };
  return {
    lines,
    said: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>,
    send: (changes?: Partial<APIGatewayProxyEvent>) => handle(deps, anEvent(changes), 'fallback'),
  };
}

test('a request is one line: what was asked of what, how it ended, how long and what it cost', async () => {
  const { send, lines } = aWorld();
  await send();
  expect(lines.map((it): unknown => JSON.parse(it))).toEqual([
    {
      requestId: 'request-1',
      route: 'submit',
      form: 'pwausers',
      status: 201,
      ms: expect.any(Number),
      readUnits: 0.5,
      writeUnits: 2,
      backend: 'formstead-test',
      Submissions: 1,
      _aws: {
        Timestamp: 1007,
        CloudWatchMetrics: [
          {
            Namespace: 'Formstead',
            Dimensions: [['backend', 'form']],
            Metrics: [{ Name: 'Submissions', Unit: 'Count' }],
          },
        ],
      },
    },
  ]);
});

test('submissions, replays, conflicts and refusals are counted', async () => {
  const { send, said } = aWorld();
  const revise = { httpMethod: 'PUT', path: `/pwausers/${id}` };
  const headers = { 'content-type': 'application/json', 'If-Match': '"9"' };
  const counted = async (changes?: Partial<APIGatewayProxyEvent>) => {
    await send(changes);
    return Object.keys(said()).find((it) => /^[A-Z]/.test(it));
  };
  expect(await counted()).toBe('Submissions');
  expect(await counted()).toBe('Replays');
  expect(await counted({ ...revise, headers })).toBe('Conflicts');
  expect(await counted(revise)).toBe('Refusals');
  expect(await counted({ body: '{' })).toBe('Refusals');
  expect(await counted({ httpMethod: 'GET', queryStringParameters: null })).toBeUndefined();
});

test('what a caller wrote, and who they are, is in no line', async () => {
  const { send, lines } = aWorld();
  await send();
  await send({ path: `/${secret}` });
  await send({ path: `/pwausers/${secret}`, httpMethod: secret });
  await send({ body: `{"${secret}": "${secret}"}` });
  expect(lines).toHaveLength(4);
  expect(lines.join('\n')).not.toContain(secret);
});

test('a refusal is told by the question and the reason, or by the parameter, without a value', async () => {
  const { send, said, lines } = aWorld();
  await send({ body: JSON.stringify({ fname: 7, email: `${secret} at home`, [secret]: secret }) });
  expect(said()).toMatchObject({
    code: 'invalid',
    refused: ['fname: no-text', 'lname: enter', 'email: no-email', 'unasked'],
  });
  await send({ body: `["${secret}"]` });
  expect(said()).toMatchObject({ code: 'invalid', refused: ['the form'] });
  await send({ headers: { 'content-type': 'application/json', 'Idempotency-Key': secret } });
  expect(said()).toMatchObject({ code: 'invalid_parameter', refused: ['Idempotency-Key'] });
  await send({ httpMethod: 'GET', queryStringParameters: { limit: secret } });
  expect(said()).toMatchObject({ code: 'invalid_parameter', refused: ['limit'] });
  await send({ body: '{' });
  expect(said()).not.toHaveProperty('refused');
  expect(lines.join('\n')).not.toContain(secret);
});

test('a request that leads nowhere is told without a form', async () => {
  const { send, said } = aWorld();
  await send({ path: '/constructor' });
  expect(said()).toMatchObject({ status: 404, code: 'not_found' });
  expect(said()).not.toHaveProperty('form');
});

test('a crash is a 500 that tells nothing, and a line that names it', async () => {
  const broken = createMemoryStore();
  const insert = () => Promise.reject(new TypeError(`no ${secret}`));
  const { send, said, lines } = aWorld({ ...broken, insert });
  const { statusCode, body } = await send();
  expect(statusCode).toBe(500);
  expect(JSON.parse(body)).toMatchObject({ code: 'internal', requestId: 'request-1' });
  expect(said()).toMatchObject({ status: 500, error: 'TypeError', Failures: 1 });
  expect(lines.join('') + body).not.toContain(secret);
});

test.each([
  ['throttles', { name: 'ThrottlingException', status: 400 }],
  ['is in trouble', { name: 'InternalServerError', status: 500 }],
  ['cannot be reached', { name: 'ECONNRESET', code: 'ECONNRESET' }],
  ['says nothing', { name: 'ETIMEDOUT', code: 'ETIMEDOUT' }],
])('while the table %s, a request is answered 503, and when to come back', async (_, how) => {
  const broken = createMemoryStore();
  const insert = () => Promise.reject(Object.assign(new Error(secret), how));
  const { send, said } = aWorld({ ...broken, insert });
  const { statusCode, body, headers } = await send();
  expect(statusCode).toBe(503);
  expect(headers).toMatchObject({ 'Retry-After': '1' });
  expect(JSON.parse(body)).toMatchObject({ code: 'unavailable', requestId: 'request-1' });
  expect(said()).toMatchObject({ status: 503, error: how.name, Failures: 1 });
});

test('an event that came past the gateway is told under Lambda’s own request id', async () => {
  const { send, said } = aWorld();
  await send({ requestContext: undefined as never });
  expect(said()).toMatchObject({ requestId: 'fallback', status: 401 });
});
