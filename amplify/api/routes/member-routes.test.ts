import { expect, test } from 'vitest';
import { anEvent, createInMemoryApi } from '../../testing/in-memory-api.ts';

type Person = { readonly email?: string; readonly groups?: string; readonly verified?: string };
type Sent = { readonly body?: object; readonly query?: Record<string, string> };

const olga: Person = { email: 'olga@example.com', groups: 'owners' };
const ada: Person = { email: 'Ada@example.com' };
const north = { question: 'lname', values: ['North'] };

/** An API whose callers are known by their claims. */
function deployment() {
  const api = createInMemoryApi();
  return (
    { email, groups, verified = 'true' }: Person,
    httpMethod: string,
    path: string,
    { body, query = {} }: Sent = {},
  ) =>
    api({
      ...anEvent({ httpMethod, path, body: body ? JSON.stringify(body) : null }),
      queryStringParameters: query,
      requestContext: {
        authorizer: {
          claims: {
            'cognito:username': email ?? 'somebody',
            ...(email !== undefined && { email, email_verified: verified }),
            ...(groups !== undefined && { 'cognito:groups': groups }),
          },
        },
      },
    } as never);
}

const idsIn = ({ body }: { body: Record<string, unknown> }) =>
  (body['items'] as { id: string }[]).map(({ id }) => id);

const member = (role: string | null, rows?: object) => ({
  body: { email: 'ada@example.com', role, ...(rows && { rows }) },
});

test('a role is given by the address of an account, and works at once, until it is taken away', async () => {
  const send = deployment();
  const reads = () => send(ada, 'GET', '/pwausers/responses').then((it) => it.statusCode);
  expect(await reads()).toBe(403);
  const given = await send(olga, 'POST', '/pwausers/members', member('reader'));
  expect([given.statusCode, given.body]).toMatchObject([
    200,
    { email: 'ada@example.com', role: 'reader', by: 'olga@example.com' },
  ]);
  expect(await reads()).toBe(200);
  expect((await send(ada, 'GET', '/ride/responses')).statusCode).toBe(403);
  expect((await send(ada, 'GET', '/me/roles')).body).toEqual({
    items: [{ form: 'pwausers', role: 'reader' }],
  });
  await send(olga, 'POST', '/pwausers/members', member(null));
  expect(await reads()).toBe(403);
  expect((await send(olga, 'GET', '/pwausers/members')).body).toEqual({ items: [] });
  expect((await send(ada, 'GET', '/me/roles')).body).toEqual({ items: [] });
});

test('an address that is not verified, or is missing, gives nobody a role', async () => {
  const send = deployment();
  await send(olga, 'POST', '/pwausers/members', member('owner'));
  for (const person of [{ ...ada, verified: 'false' }, {}]) {
    expect((await send(person, 'GET', '/pwausers/responses')).statusCode).toBe(403);
    expect((await send(person, 'GET', '/me/roles')).body).toEqual({ items: [] });
  }
});

test('owners of all forms have a role in each, and are not listed', async () => {
  const { body } = await deployment()(olga, 'GET', '/me/roles');
  expect(body['items']).toContainEqual({ form: 'pwausers', role: 'owner' });
  expect(body['items']).toContainEqual({ form: 'ride', role: 'owner' });
});

test('who sees some rows only finds no other by any way of asking', async () => {
  const send = deployment();
  const entries: Record<string, unknown> = {};
  for (const lname of ['North', 'South']) {
    const { body } = await send({ email: 'eve@example.com' }, 'POST', '/pwausers', {
      body: { fname: `From the ${lname}`, lname },
    });
    entries[lname] = body['id'];
  }
  await send(olga, 'POST', '/pwausers/members', member('reader', north));
  const responses = (query = {}) => send(ada, 'GET', '/pwausers/responses', { query });
  expect(idsIn(await responses())).toEqual([entries['North']]);
  for (const [lname, found] of [
    ['North', [entries['North']]],
    ['South', []],
  ] as const)
    expect(
      idsIn(await responses({ username: 'eve@example.com', id: String(entries[lname]) })),
    ).toEqual(found);
  expect((await send(ada, 'GET', '/pwausers/summary')).body).toMatchObject({ count: 1 });
  expect((await send(olga, 'GET', '/pwausers/summary')).body).toMatchObject({ count: 2 });
});

test('a page without own rows says where the next one continues', async () => {
  const send = deployment();
  for (const lname of ['North', 'South', 'South'])
    await send({ email: 'eve@example.com' }, 'POST', '/pwausers', {
      body: { fname: 'Eve', lname },
    });
  await send(olga, 'POST', '/pwausers/members', member('reader', north));
  const found: unknown[] = [];
  let cursor: unknown;
  do {
    const query = { limit: '1', ...(typeof cursor === 'string' && { cursor }) };
    const { body } = await send(ada, 'GET', '/pwausers/responses', { query });
    found.push(...(body['items'] as unknown[]));
    cursor = body['cursor'];
  } while (cursor !== undefined);
  expect(found).toHaveLength(1);
});

test('200 people can have a role in a form, whose roles can still be changed', async () => {
  const send = deployment();
  for (let at = 0; at < 200; at += 1)
    await send(olga, 'POST', '/pwausers/members', {
      body: { email: `person-${at}@example.com`, role: 'reader' },
    });
  const full = await send(olga, 'POST', '/pwausers/members', member('reader'));
  expect([full.statusCode, full.body['code']]).toEqual([409, 'full']);
  const changed = { body: { email: 'person-7@example.com', role: 'reviewer' } };
  expect((await send(olga, 'POST', '/pwausers/members', changed)).statusCode).toBe(200);
});
