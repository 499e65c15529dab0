import { expect, test } from 'vitest';
import { anEvent, createInMemoryApi } from '../../testing/in-memory-api.ts';

const views = '/pwausers/views';
const id = (n: number) => `019a0000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const mice = { id: id(1), name: 'Mice', query: 'q=mouse&sort=-lname' };

/** An API with an owner, and people with a role. */
async function deployment() {
  let minute = 0;
  const api = createInMemoryApi(() => new Date(Date.UTC(2026, 0, 1, 12, minute++)));
  const send = async (who: string, httpMethod: string, path: string, body?: object) =>
    api({
      ...anEvent({ httpMethod, path, body: body ? JSON.stringify(body) : null }),
      requestContext: {
        authorizer: {
          claims: {
            'cognito:username': who,
            email: `${who}@example.com`,
            email_verified: 'true',
            ...(who === 'olga' && { 'cognito:groups': 'owners' }),
          },
        },
      },
    } as never);
  const give = (who: string, role: string, rows?: object) =>
    send('olga', 'POST', '/pwausers/members', {
      email: `${who}@example.com`,
      role,
      ...(rows && { rows }),
    });
  await give('ada', 'reviewer');
  await give('bob', 'reviewer');
  await give('rita', 'reader', { question: 'lname', values: ['North'] });
  const share = (who: string, view: object) => send(who, 'POST', views, view);
  const list = async (who = 'olga') => (await send(who, 'GET', views)).body['items'];
  return { send, share, list };
}

test('a shared view is listed for everyone who may read the form, with who shared it and when', async () => {
  const { send, share, list } = await deployment();
  const shared = await share('ada', mice);
  const stored = { ...mice, by: 'ada', email: 'ada@example.com', at: expect.any(String) };
  expect([shared.statusCode, shared.body]).toEqual([200, stored]);
  for (const reader of ['olga', 'ada', 'rita']) expect(await list(reader)).toEqual([stored]);
  expect((await send('eve', 'GET', views)).statusCode).toBe(403);
  expect((await send('olga', 'GET', '/ride/views')).body).toEqual({ items: [] });
});

test('a reader shares nothing', async () => {
  const { share, list } = await deployment();
  expect((await share('rita', mice)).statusCode).toBe(403);
  expect(await list()).toEqual([]);
});

test('whoever shared a view renames and removes it, and owners do; it stays theirs', async () => {
  const { share, list } = await deployment();
  await share('ada', mice);
  for (const change of [{ name: 'Rats', query: '' }, { name: null }])
    expect((await share('bob', { id: id(1), ...change })).body).toMatchObject({
      code: 'forbidden',
    });
  await share('ada', { ...mice, name: 'All mice' });
  expect(await list()).toMatchObject([{ name: 'All mice', by: 'ada' }]);
  expect((await share('olga', { id: id(1), name: null })).body).toMatchObject({ name: null });
  expect(await list()).toEqual([]);
  expect((await share('bob', mice)).statusCode).toBe(403);
  await share('olga', mice);
  expect(await list()).toMatchObject([{ ...mice, by: 'ada' }]);
  await share('ada', { id: id(1), name: null });
  expect(await list()).toEqual([]);
});

test('views are listed in the order in which they were shared, up to a hundred', async () => {
  const { share, list } = await deployment();
  for (let n = 100; n > 0; n -= 1) await share('ada', { ...mice, id: id(n), name: `View ${n}` });
  expect((await share('ada', { ...mice, id: id(101) })).body).toMatchObject({ code: 'full' });
  expect((await share('ada', { ...mice, id: id(7), name: 'Renamed' })).statusCode).toBe(200);
  const listed = (await list()) as { name: string }[];
  expect(listed).toHaveLength(100);
  expect(listed.slice(0, 2)).toMatchObject([{ name: 'View 100' }, { name: 'View 99' }]);
  await share('ada', { id: id(7), name: null });
  expect((await share('ada', { ...mice, id: id(101) })).statusCode).toBe(200);
});

test.each([
  ['no body', 'Mice', 'id'],
  ['no UUID', { ...mice, id: '1' }, 'id'],
  ['something else', { ...mice, by: 'olga' }, 'id'],
  ['no name', { ...mice, name: '' }, 'name'],
  ['two lines', { ...mice, name: 'Mice\nand rats' }, 'name'],
  ['a name that is too long', { ...mice, name: 'm'.repeat(61) }, 'name'],
  ['no query', { id: mice.id, name: 'Mice' }, 'query'],
  ['a removed view with a query', { ...mice, name: null }, 'name'],
  ['the address of another page', { ...mice, query: '/other#q' }, 'query'],
  ['a query that is too long', { ...mice, query: 'q'.repeat(4001) }, 'query'],
])('what is no view is refused: %s', async (_what, sent, field) => {
  const { share, list } = await deployment();
  const { statusCode, body } = await share('ada', sent as object);
  expect([statusCode, body]).toMatchObject([400, { errors: [{ field }] }]);
  expect(await list()).toEqual([]);
});
