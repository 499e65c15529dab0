import { randomBytes, randomUUID } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import type { EntryStore } from '#core/entries/store/entry-store.ts';
import { exampleFormById } from '#forms/testing/example-forms.ts';
import { digest } from '../digest.ts';
import { handleRequest } from './handle-request.ts';
import { createMemoryInvitations } from '../testing/memory-invitations.ts';

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

function createLoggedApi(store: EntryStore = createMemoryStore()) {
  const times = [1000, 1007];
  const lines: string[] = [];
  const deps = {
    backend: 'formstead-test',
    serves: 'accounts' as const,
    openStore: (spend: (units: { read?: number; write?: number }) => void) => {
      spend({ write: 1 });
      spend({ write: 1, read: 0.5 });
      return store;
    },
    openPeople: () => createMemoryInvitations(),
    files: createMemoryFileStore(),
    scansFiles: false,
    formById: exampleFormById,
    formIds: [],
    now: () => new Date(times.length > 1 ? (times.shift() ?? 0) : 1007),
    random: () => 0,
    randomBytes,
    digest,
    log: (line: string) => void lines.push(line),
  };
  return {
    lines,
    logged: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>,
    send: (changes?: Partial<APIGatewayProxyEvent>) =>
      handleRequest(deps, anEvent(changes), 'fallback'),
  };
}

test('each request logs one line with its route, form, outcome, duration and cost', async () => {
  const { send, lines } = createLoggedApi();
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

test('submissions, replays, conflicts and rejections are counted as metrics', async () => {
  const { send, logged } = createLoggedApi();
  const revise = { httpMethod: 'PUT', path: `/pwausers/${id}` };
  const headers = { 'content-type': 'application/json', 'If-Match': '"9"' };
  const counted = async (changes?: Partial<APIGatewayProxyEvent>) => {
    await send(changes);
    return Object.keys(logged()).find((it) => /^[A-Z]/.test(it));
  };
  expect(await counted()).toBe('Submissions');
  expect(await counted()).toBe('Replays');
  expect(await counted({ ...revise, headers })).toBe('Conflicts');
  expect(await counted(revise)).toBe('Refusals');
  expect(await counted({ body: '{' })).toBe('Refusals');
  expect(await counted({ httpMethod: 'GET', queryStringParameters: null })).toBeUndefined();
});

test('no line contains anything that a caller wrote, or who they are', async () => {
  const { send, lines } = createLoggedApi();
  await send();
  await send({ path: `/${secret}` });
  await send({ path: `/pwausers/${secret}`, httpMethod: secret });
  await send({ body: `{"${secret}": "${secret}"}` });
  expect(lines).toHaveLength(4);
  expect(lines.join('\n')).not.toContain(secret);
});

test('a rejected request is logged with the field and the reason, or the parameter, without values', async () => {
  const { send, logged, lines } = createLoggedApi();
  await send({ body: JSON.stringify({ fname: 7, email: `${secret} at home`, [secret]: secret }) });
  expect(logged()).toMatchObject({
    code: 'invalid',
    refused: ['fname: no-text', 'lname: enter', 'email: no-email', 'unasked'],
  });
  await send({ body: `["${secret}"]` });
  expect(logged()).toMatchObject({ code: 'invalid', refused: ['the form'] });
  await send({ headers: { 'content-type': 'application/json', 'Idempotency-Key': secret } });
  expect(logged()).toMatchObject({ code: 'invalid_parameter', refused: ['Idempotency-Key'] });
  await send({ httpMethod: 'GET', queryStringParameters: { limit: secret } });
  expect(logged()).toMatchObject({ code: 'invalid_parameter', refused: ['limit'] });
  await send({ body: '{' });
  expect(logged()).not.toHaveProperty('refused');
  expect(lines.join('\n')).not.toContain(secret);
});

test('a request for an unknown path is logged without a form', async () => {
  const { send, logged } = createLoggedApi();
  await send({ path: '/constructor' });
  expect(logged()).toMatchObject({ status: 404, code: 'not_found' });
  expect(logged()).not.toHaveProperty('form');
});

test(
  'a crash is a 500 without details, and a line with the error’s name',
  { tags: 'crash-500' },
  async () => {
    const broken = createMemoryStore();
    const insert = () => Promise.reject(new TypeError(`no ${secret}`));
    const { send, logged, lines } = createLoggedApi({ ...broken, insert });
    const { statusCode, body } = await send();
    expect(statusCode).toBe(500);
    expect(JSON.parse(body)).toMatchObject({ code: 'internal', requestId: 'request-1' });
    expect(logged()).toMatchObject({ status: 500, error: 'TypeError', Failures: 1 });
    expect(lines.join('') + body).not.toContain(secret);
  },
);

test.each([
  ['throttles', { name: 'ThrottlingException', status: 400 }],
  ['is in trouble', { name: 'InternalServerError', status: 500 }],
  ['cannot be reached', { name: 'ECONNRESET', code: 'ECONNRESET' }],
  ['says nothing', { name: 'ETIMEDOUT', code: 'ETIMEDOUT' }],
])('while the table %s, a request gets a 503 with Retry-After', async (_, how) => {
  const broken = createMemoryStore();
  const insert = () => Promise.reject(Object.assign(new Error(secret), how));
  const { send, logged } = createLoggedApi({ ...broken, insert });
  const { statusCode, body, headers } = await send();
  expect(statusCode).toBe(503);
  expect(headers).toMatchObject({ 'Retry-After': '1' });
  expect(JSON.parse(body)).toMatchObject({ code: 'unavailable', requestId: 'request-1' });
  expect(logged()).toMatchObject({ status: 503, error: how.name, Failures: 1 });
});

test('an event that did not come through the gateway is logged with Lambda’s request id', async () => {
  const { send, logged } = createLoggedApi();
  await send({ requestContext: undefined as never });
  expect(logged()).toMatchObject({ requestId: 'fallback', status: 401 });
});
