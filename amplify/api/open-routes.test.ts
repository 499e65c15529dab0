import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { openRoutes, routes } from '#core/api/api-routes.ts';
import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import { feedbackForm } from '#core/testing/feedback-form.ts';
import { exampleFormById } from '#forms/testing/example-forms.ts';
import { anEvent, createInMemoryApi } from '../testing/in-memory-api.ts';

const keys = { ada: 'a'.repeat(43), bob: 'b'.repeat(43) };
const id = '019b0000-0000-7000-8000-000000000001';

const formById = (it: string) => (it === feedbackForm.id ? feedbackForm : exampleFormById(it));

/** Both functions on one table. */
function openApis() {
  const store = createMemoryStore();
  let time = Date.parse('2026-01-01T12:00:00Z');
  const now = () => new Date(time);
  const files = createMemoryFileStore(now);
  const api = (serves: 'accounts' | 'devices') =>
    createInMemoryApi(now, store, files, formById, serves);
  const asDevice = api('devices');
  return {
    store,
    wait: (milliseconds: number) => void (time += milliseconds),
    asPerson: api('accounts'),
    asDevice: (
      key: string,
      httpMethod: string,
      path: string,
      { body = null, ...headers }: { body?: string | null; [name: string]: string | null } = {},
    ) =>
      asDevice({
        ...anEvent({ httpMethod, path: `/open${path.split('?')[0]}`, body }),
        queryStringParameters: Object.fromEntries(new URLSearchParams(path.split('?')[1])),
        requestContext: {},
        headers: { 'content-type': 'application/json', 'Device-Key': key, ...headers },
      } as unknown as APIGatewayProxyEvent),
  };
}

const comment = (it: string) => JSON.stringify({ comment: it });

test('a device sends, lists, changes, withdraws and restores its entries without an account', async () => {
  const { asDevice } = openApis();
  const send = () =>
    asDevice(keys.ada, 'POST', '/feedback', { body: comment('Fine'), 'Idempotency-Key': id });
  expect(await send()).toMatchObject({
    statusCode: 201,
    body: { id, answers: { comment: 'Fine' } },
  });
  expect(await send()).toMatchObject({ statusCode: 200 });
  const changed = await asDevice(keys.ada, 'PUT', `/feedback/${id}`, {
    body: comment('Better'),
    'If-Match': '"1"',
  });
  expect(changed).toMatchObject({ statusCode: 200, body: { version: 2 } });
  await asDevice(keys.ada, 'DELETE', `/feedback/${id}`);
  expect((await asDevice(keys.ada, 'GET', '/feedback')).body['items']).toEqual([]);
  await asDevice(keys.ada, 'POST', `/feedback/${id}/restore`);
  expect((await asDevice(keys.ada, 'GET', '/feedback')).body['items']).toMatchObject([
    { id, answers: { comment: 'Better' } },
  ]);
});

test('to another device, and to everybody with an account, the entry does not exist', async () => {
  const { asDevice, asPerson } = openApis();
  await asDevice(keys.ada, 'POST', '/feedback', { body: comment('Fine'), 'Idempotency-Key': id });
  const path = `/feedback/${id}`;
  const body = comment('Mine');
  expect(await asDevice(keys.bob, 'GET', path)).toMatchObject({ statusCode: 404 });
  expect(await asDevice(keys.bob, 'PUT', path, { body, 'If-Match': '"1"' })).toMatchObject({
    statusCode: 404,
  });
  expect(await asDevice(keys.bob, 'DELETE', path)).toMatchObject({ statusCode: 404 });
  const read = anEvent({ httpMethod: 'GET', path, body: null });
  expect(await asPerson(read)).toMatchObject({ statusCode: 404 });
});

test('only a digest of the key is stored', async () => {
  const { asDevice, store } = openApis();
  await asDevice(keys.ada, 'POST', '/feedback', { body: comment('Fine'), 'Idempotency-Key': id });
  const { entries } = await store.responses({ form: 'feedback', limit: 1, areOnHold: true });
  expect(entries).toMatchObject([{ username: expect.stringMatching(/^open#[\w-]{16}$/) }]);
  expect(JSON.stringify(entries)).not.toContain(keys.ada);
});

test('without an account, other forms and routes do not exist', async () => {
  const { asDevice } = openApis();
  const body = '{"fname":"Mickey","lname":"Mouse"}';
  expect(await asDevice(keys.ada, 'POST', '/pwausers', { body })).toMatchObject({
    statusCode: 404,
  });
  for (const [name, { method, path }] of Object.entries(routes)) {
    if (openRoutes.some((it) => it === name)) continue;
    const closed = path.replace('{form}', 'feedback').replaceAll(/\{\w+\}/g, id);
    expect([name, await asDevice(keys.ada, method, closed)]).toMatchObject([
      name,
      { statusCode: 404 },
    ]);
  }
});

test('each function serves only its own routes', async () => {
  const { asPerson } = openApis();
  expect(await asPerson(anEvent({ path: '/open/feedback', body: comment('Fine') }))).toMatchObject({
    statusCode: 404,
  });
  const stranger = createInMemoryApi(undefined, undefined, undefined, undefined, 'devices');
  expect(
    await stranger(anEvent({ headers: { 'Device-Key': keys.ada }, path: '/feedback' })),
  ).toMatchObject({ statusCode: 404 });
});

test.each(['', 'short', `${'a'.repeat(42)}!`, 'a'.repeat(44), 'a'.repeat(10_000)])(
  'a key that is no key is refused and not echoed: %.10s',
  async (key) => {
    const { asDevice, store } = openApis();
    const answer = await asDevice(key, 'POST', '/feedback', { body: comment('Fine') });
    expect(answer).toMatchObject({ statusCode: 400, body: { code: 'invalid_parameter' } });
    if (key) expect(JSON.stringify(answer.body)).not.toContain(key);
    expect(
      (await store.responses({ form: 'feedback', limit: 1, areOnHold: true })).entries,
    ).toEqual([]);
  },
);

test('an account whose username looks like a device’s is nobody', async () => {
  const { asPerson } = openApis();
  expect(await asPerson(anEvent({}, 'open#abc'))).toMatchObject({ statusCode: 401 });
});

test('whoever signs in adopts the entries of the device, and its key has nothing any more', async () => {
  const { asDevice, asPerson, wait } = openApis();
  const ids = [1, 2, 3].map((it) => id.replace(/.$/, String(it)));
  for (const key of ids)
    await asDevice(keys.ada, 'POST', '/feedback', { body: comment(key), 'Idempotency-Key': key });
  await asDevice(keys.ada, 'PUT', `/feedback/${ids[1]}`, {
    body: comment('changed'),
    'If-Match': '"1"',
    'Idempotency-Key': '019b0000-0000-7000-8000-00000000000a',
  });
  await asDevice(keys.ada, 'DELETE', `/feedback/${ids[2]}`);
  const adopt = () =>
    asPerson({
      ...anEvent({ path: '/me/adoption', body: null }),
      headers: { 'Device-Key': keys.ada },
    });
  expect(await adopt()).toMatchObject({ statusCode: 200, body: { adopted: 3, done: false } });
  wait(2000);
  expect(await adopt()).toMatchObject({ body: { adopted: 0, done: true } });
  const list = (withdrawn: string) =>
    asPerson(
      anEvent({
        httpMethod: 'GET',
        path: '/feedback',
        body: null,
        queryStringParameters: { withdrawn },
      }),
    );
  expect((await list('false')).body['items']).toMatchObject([
    { id: ids[1], answers: { comment: 'changed' }, version: 2 },
    { id: ids[0], answers: { comment: ids[0] }, version: 1 },
  ]);
  expect((await list('true')).body['items']).toMatchObject([{ id: ids[2] }]);
  expect((await asDevice(keys.ada, 'GET', '/feedback')).body['items']).toEqual([]);
  const late = { body: comment('late'), 'Idempotency-Key': id.replace(/.$/, '9') };
  expect(await asDevice(keys.ada, 'POST', '/feedback', late)).toMatchObject({ statusCode: 410 });
  // What the device sent without hearing of it, sent again by its new author.
  const again = anEvent({
    httpMethod: 'PUT',
    path: `/feedback/${ids[1]}`,
    body: comment('changed'),
    headers: {
      'content-type': 'application/json',
      'If-Match': '"1"',
      'Idempotency-Key': '019b0000-0000-7000-8000-00000000000a',
    },
  });
  const { statusCode, headers } = await asPerson(again);
  expect([statusCode, headers['Idempotent-Replayed']]).toEqual([200, 'true']);
});

test('everything of a device is erased without an account', async () => {
  const { asDevice, store, wait } = openApis();
  await asDevice(keys.ada, 'POST', '/feedback', { body: comment('Fine'), 'Idempotency-Key': id });
  await asDevice(keys.bob, 'POST', '/feedback', { body: comment('Good'), 'Idempotency-Key': id });
  const erase = () => asDevice(keys.ada, 'DELETE', '/me?permanent=true');
  expect(await erase()).toMatchObject({ statusCode: 200, body: { erased: 1, done: false } });
  wait(2000);
  expect(await erase()).toMatchObject({ body: { erased: 0, done: true } });
  const { entries } = await store.responses({ form: 'feedback', limit: 9, areOnHold: true });
  expect(entries).toMatchObject([{ answers: { comment: 'Good' } }]);
});
