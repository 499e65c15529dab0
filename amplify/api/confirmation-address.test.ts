import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import { createMemoryTable } from '../testing/memory-table.ts';
import type { Item, Table } from '../entries/dynamo-table.ts';
import { anEvent, createInMemoryApi, withKey } from '../testing/in-memory-api.ts';

const own = 'mickey@example.com';
const verified = { email: own, email_verified: 'true' };

/** The API over a table that the test can read. */
function createInspectableApi() {
  const items = new Map<string, Item>();
  const memory = createMemoryTable();
  const keep = async ({ pk, sk }: { readonly pk: string; readonly sk: string }) =>
    void items.set(pk + sk, (await memory.get({ pk, sk })) ?? {});
  const table: Table = {
    ...memory,
    async put(item, condition) {
      const done = await memory.put(item, condition);
      await keep(item as { readonly pk: string; readonly sk: string });
      return done;
    },
    async update(key, changes, condition) {
      const done = await memory.update(key, changes, condition);
      await keep(key);
      return done;
    },
  };
  const call = createInMemoryApi(undefined, createDynamoStore(table));
  const id = randomUUID();
  const send = (httpMethod: string, path: string, claims: object = verified, more: object = {}) =>
    call(
      anEvent({
        httpMethod,
        path,
        headers: withKey(httpMethod === 'POST' && !path.includes('restore') ? id : randomUUID()),
        requestContext: {
          authorizer: { claims: { 'cognito:username': 'ada', ...claims } },
        } as never,
        ...more,
      }),
    );
  const rows = () => [...items.values()];
  const entry = () => rows().find(({ sk }) => String(sk).startsWith('entry#'));
  return { send, rows, entry, id };
}

test('if a form sends confirmations, the account’s verified address is stored with the answers', async () => {
  const { send, entry } = createInspectableApi();
  const body = JSON.stringify({ fname: 'A', lname: 'B', email: 'stranger@example.com' });
  expect((await send('POST', '/pwausers', verified, { body })).statusCode).toBe(201);
  expect(entry()).toMatchObject({ confirmTo: own });
});

test.each([
  ['no address', {}],
  ['an address that nobody has verified', { email: own, email_verified: 'false' }],
  ['an address without email_verified', { email: own }],
  ['verified, but empty', { email: '', email_verified: 'true' }],
  ['verified, but not an address in words', { email: 7, email_verified: true }],
])('for an account with %s no address is stored, whatever was typed', async (_, claims) => {
  const { send, entry } = createInspectableApi();
  const body = JSON.stringify({ fname: 'A', lname: 'B', email: own });
  expect((await send('POST', '/pwausers', claims, { body })).statusCode).toBe(201);
  expect(entry()).not.toHaveProperty('confirmTo');
});

test('a form without confirmation stores no address', async () => {
  const { send, entry } = createInspectableApi();
  expect((await send('POST', '/items', verified, { body: '{"title":"a"}' })).statusCode).toBe(201);
  expect(entry()).not.toHaveProperty('confirmTo');
});

test('no response contains the address, and a repeat with another address changes nothing', async () => {
  const { send, entry, id } = createInspectableApi();
  const answers = [
    await send('POST', '/pwausers'),
    await send('POST', '/pwausers', { email: 'minnie@example.com', email_verified: 'true' }),
    await send('GET', `/pwausers/${id}`),
    await send('PUT', `/pwausers/${id}`, verified, {
      headers: { ...withKey(randomUUID()), 'If-Match': '"9"' },
    }),
    await send('DELETE', `/pwausers/${id}`),
    await send('POST', `/pwausers/${id}/restore`),
  ];
  expect(answers.map((it) => it.statusCode)).toEqual([201, 200, 200, 412, 200, 200]);
  expect(JSON.stringify(answers)).not.toMatch(/@example|confirmTo/);
  expect(entry()).toMatchObject({ confirmTo: own });
});

test('the address is removed together with the answers, when an entry is withdrawn or erased', async () => {
  const { send, rows, entry, id } = createInspectableApi();
  await send('POST', '/pwausers');
  await send('DELETE', `/pwausers/${id}`);
  expect(entry()).not.toHaveProperty('confirmTo');
  await send('POST', `/pwausers/${id}/restore`);
  expect(entry()).toMatchObject({ confirmTo: own });
  await send('DELETE', `/pwausers/${id}`);
  const erased = await send('DELETE', `/pwausers/${id}`, verified, {
    queryStringParameters: { permanent: 'true' },
  });
  expect(erased.statusCode).toBe(200);
  expect(JSON.stringify(rows())).not.toMatch(/@example|Mickey/);
});
