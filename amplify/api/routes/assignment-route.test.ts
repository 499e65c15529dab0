import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { anEvent, createInMemoryApi, withKey } from '../../testing/in-memory-api.ts';

type Person = { readonly name: string; readonly groups?: string };

const olga: Person = { name: 'olga', groups: 'owners' };
const ada: Person = { name: 'ada' };
const bob: Person = { name: 'bob' };
const author: Person = { name: 'author' };
const addressOf = ({ name }: Person) => `${name}@example.com`;

/** An entry in the north, and people who are known by their claims. */
async function withEntry() {
  const api = createInMemoryApi();
  const send = ({ name, groups }: Person, httpMethod: string, path: string, more: object = {}) =>
    api({
      ...anEvent({ httpMethod, path, body: null, ...more }),
      requestContext: {
        authorizer: {
          claims: {
            'cognito:username': name,
            email: addressOf({ name }),
            email_verified: 'true',
            ...(groups !== undefined && { 'cognito:groups': groups }),
          },
        },
      },
    } as never);
  const headers = withKey(randomUUID());
  const answers = JSON.stringify({ fname: 'Mickey', lname: 'North' });
  const { body: entry } = await send(author, 'POST', '/pwausers', { headers, body: answers });
  const entryId = String(entry['id']);
  const assignments = `/pwausers/responses/author/${entryId}/assignments`;
  return {
    entry,
    entryId,
    assignments,
    send,
    give: (person: Person, role: string | null, rows?: object) =>
      send(olga, 'POST', '/pwausers/members', {
        body: JSON.stringify({ email: addressOf(person), role, ...(rows && { rows }) }),
      }),
    assign: (
      body: unknown,
      {
        by = olga,
        id = randomUUID(),
        path = assignments,
      }: { by?: Person; id?: string; path?: string } = {},
    ) => send(by, 'POST', path, { headers: withKey(id), body: JSON.stringify(body) }),
    /** The entry as somebody with a role reads it. */
    read: async (by = olga) =>
      (
        await send(by, 'GET', '/pwausers/responses', {
          queryStringParameters: { username: 'author', id: entryId },
        })
      ).body,
  };
}

const toAda = { to: addressOf(ada) };
const toBob = { to: addressOf(bob) };

test('a response is assigned to a member, who is read with it, and its author learns nothing', async () => {
  const { assign, give, read, send, entry, entryId } = await withEntry();
  await give(ada, 'reviewer');
  // As an address can be copied: the list of members reads it in the same way.
  const assigned = await assign({ to: ' mailto:Ada@Example.com' });
  expect([assigned.statusCode, assigned.body]).toMatchObject([
    201,
    { ...toAda, now: toAda.to, by: 'olga', email: 'olga@example.com', number: 1 },
  ]);
  expect(await read()).toMatchObject({
    items: [{ assignedTo: toAda.to, version: 1 }],
    assignments: [{ ...toAda, by: 'olga' }],
    assignees: [toAda.to],
  });
  const list = await send(ada, 'GET', '/pwausers/responses');
  expect(list.body).toMatchObject({ items: [{ assignedTo: toAda.to }] });
  expect((await send(author, 'GET', `/pwausers/${entryId}`)).body).toEqual(entry);
  expect((await send(author, 'GET', '/pwausers')).body).toEqual({ items: [entry] });
});

test('the last assignment counts, and a late repeat of an earlier one says who it is assigned to now', async () => {
  const { assign, give, read } = await withEntry();
  for (const it of [ada, bob]) await give(it, 'reviewer');
  const id = randomUUID();
  await assign(toAda, { by: ada, id });
  await assign(toBob);
  const late = await assign(toAda, { by: ada, id });
  expect(late).toMatchObject({
    statusCode: 200,
    headers: { 'Idempotent-Replayed': 'true' },
    body: { ...toAda, now: toBob.to },
  });
  expect(await read()).toMatchObject({ items: [{ assignedTo: toBob.to }] });
  expect((await assign({ to: null })).body).toMatchObject({ to: null, now: null });
  const { items } = await read();
  expect(items).toEqual([expect.not.objectContaining({ assignedTo: toBob.to })]);
});

test('a response is assigned to nobody who may not review it', async () => {
  const { assign, give, read } = await withEntry();
  await give(ada, 'reader');
  await give(bob, 'reviewer', { question: 'lname', values: ['South'] });
  for (const to of [toAda.to, toBob.to, 'eve@example.com', addressOf(author)])
    expect(await assign({ to }), to).toMatchObject({
      statusCode: 400,
      body: { code: 'invalid_parameter', errors: [{ field: 'to' }] },
    });
  expect(await read()).toMatchObject({ assignees: [] });
  await give(bob, 'reviewer', { question: 'lname', values: ['North'] });
  expect((await assign(toBob)).statusCode).toBe(201);
});

test('whoever loses their role stays assigned, is no assignee any more, and a repeat is answered', async () => {
  const { assign, give, read } = await withEntry();
  await give(ada, 'reviewer');
  const id = randomUUID();
  await assign(toAda, { id });
  await give(ada, null);
  expect(await read()).toMatchObject({ items: [{ assignedTo: toAda.to }], assignees: [] });
  expect(await assign(toAda, { id })).toMatchObject({ statusCode: 200, body: { now: toAda.to } });
  expect((await assign(toAda)).statusCode).toBe(400);
});

test('readers assign nothing, and learn no other address than of who it is assigned to', async () => {
  const { assign, give, read } = await withEntry();
  await give(ada, 'reader');
  await give(bob, 'owner');
  expect(await read(ada)).toMatchObject({ assignees: [] });
  expect((await assign(toBob, { by: ada })).statusCode).toBe(403);
  await assign(toBob, { by: bob });
  await give({ name: 'eve' }, 'reviewer');
  expect(await read(ada)).toMatchObject({ assignees: [toBob.to] });
});

test('reviewers with rows of their own assign no others', async () => {
  const { assign, give } = await withEntry();
  await give(bob, 'owner');
  await give(ada, 'reviewer', { question: 'lname', values: ['South'] });
  expect((await assign(toBob, { by: ada })).statusCode).toBe(404);
  await give(ada, 'reviewer', { question: 'lname', values: ['North'] });
  expect((await assign(toBob, { by: ada })).statusCode).toBe(201);
});

test.each([
  ['another address', toBob, olga],
  ['another author', toAda, bob],
])('the id of an assignment with %s is refused', async (_, body, by) => {
  const { assign, give, read } = await withEntry();
  for (const it of [ada, bob]) await give(it, 'reviewer');
  const id = randomUUID();
  await assign(toAda, { id });
  const answer = await assign(body, { id, by });
  expect(answer).toMatchObject({ statusCode: 422, body: { code: 'idempotency_key_reused' } });
  expect(await read()).toMatchObject({ items: [{ assignedTo: toAda.to }] });
});

test.each([
  ['no address', {}, 'to'],
  ['an empty address', { to: '' }, 'to'],
  ['a number', { to: 7 }, 'to'],
  ['a text that is no address', { to: 'secret' }, 'to'],
  ['a huge address', { to: 'secret'.repeat(100) }, 'to'],
  ['something else', { to: null, by: 'secret' }, 'assignment'],
  ['no object', ['secret'], 'assignment'],
])('an assignment with %s is refused and not echoed', async (_, body, field) => {
  const { assign, read } = await withEntry();
  const answer = await assign(body);
  expect(answer).toMatchObject({
    statusCode: 400,
    body: { code: 'invalid_parameter', errors: [{ field }] },
  });
  expect(JSON.stringify(answer.body)).not.toContain('secret');
  expect(await read()).not.toHaveProperty('assignments');
});

test('an entry that is withdrawn or of nobody is not assigned, and erasing it erases to whom it was', async () => {
  const { assign, give, send, entryId, assignments } = await withEntry();
  await give(ada, 'reviewer');
  expect((await assign(toAda, { path: assignments.replace('/author/', '/ada/') })).statusCode).toBe(
    404,
  );
  await assign(toAda);
  await send(author, 'DELETE', `/pwausers/${entryId}`);
  expect(await assign(toAda)).toMatchObject({ statusCode: 410, body: { code: 'gone' } });
  const query = { queryStringParameters: { permanent: 'true' } };
  await send(author, 'DELETE', `/pwausers/${entryId}`, query);
  expect((await assign({ to: null })).statusCode).toBe(410);
});
