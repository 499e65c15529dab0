import { expect, test } from 'vitest';
import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { feedbackForm } from '#core/testing/feedback-form.ts';
import { invitedForm } from '#core/testing/invited-form.ts';
import { createDynamoStore } from '../../entries/dynamo-store.ts';
import { anEvent, createInMemoryApi } from '../../testing/in-memory-api.ts';
import { createMemoryInvitations } from '../../testing/memory-invitations.ts';
import { createMemoryTable } from '../../testing/memory-table.ts';

const formById = (id: string) => [invitedForm, feedbackForm].find((it) => it.id === id);
const key = '019b0000-0000-7000-8000-00000000000a';
const expires = '2026-02-01T12:00:00Z';

/** Both functions on one table, at a time that can be moved on. */
function deployment() {
  const table = createMemoryTable();
  let time = Date.parse('2026-01-01T12:00:00Z');
  const now = () => new Date(time);
  const api = (serves: 'accounts' | 'devices') =>
    createInMemoryApi(
      now,
      createDynamoStore(table),
      createMemoryFileStore(now),
      formById,
      serves,
      createMemoryInvitations(now, table),
    );
  const [asAccount, withoutAccount] = [api('accounts'), api('devices')];
  const asOwner = (httpMethod: string, path: string, body?: object, headers = {}) =>
    asAccount({
      ...anEvent({ httpMethod, path, body: body ? JSON.stringify(body) : null }, 'owen', 'owners'),
      headers: { 'content-type': 'application/json', ...headers },
    });
  return {
    asAccount,
    asOwner,
    pass: (days: number) => void (time += days * 24 * 60 * 60 * 1000),
    invite: (people: readonly object[], headers = {}) =>
      asOwner('POST', '/reunion/invitations', { expires, people }, headers),
    answer: (token: string) =>
      withoutAccount({
        ...anEvent({ path: '/open/reunion', body: '{"name":"Ada"}' }),
        headers: { 'content-type': 'application/json', Invitation: token },
      }),
    page: (query: Record<string, string>) =>
      asAccount({
        ...anEvent({ httpMethod: 'GET', path: '/reunion/invitations', body: null }, 'o', 'owners'),
        queryStringParameters: query,
      }),
    set: (position = '', body: object = { revoked: true }) =>
      asOwner('PUT', `/reunion/invitations/${encodeURIComponent(position)}`, body),
    list: async () => (await asOwner('GET', '/reunion/invitations')).body['items'],
  };
}

type Link = { readonly position: string; readonly token: string };

test('owners make links, which are answered, and see by whom', async () => {
  const { invite, answer, list } = deployment();
  const made = await invite([
    { name: 'Ada', email: 'ada@example.com', values: { year: 1842 } },
    { name: 'Bob' },
  ]);
  expect(made.statusCode).toBe(201);
  const links = made.body['links'] as Link[];
  expect(await answer(links[0]?.token ?? '')).toMatchObject({
    statusCode: 201,
    body: { answers: { name: 'Ada', year: 1842 } },
  });
  expect(await list()).toMatchObject([
    { name: 'Ada', email: 'ada@example.com', state: 'answered', position: links[0]?.position },
    { name: 'Bob', state: 'open', expires: '2026-02-01T12:00:00.000Z' },
  ]);
});

test('a request that is sent again makes the same links and invites nobody twice', async () => {
  const { invite, list } = deployment();
  const send = () => invite([{ name: 'Ada' }, { name: 'Bob' }], { 'Idempotency-Key': key });
  const [first, again] = [await send(), await send()];
  expect(again.body).toEqual(first.body);
  expect(await list()).toHaveLength(2);
  const other = await invite([{ name: 'Ada' }]);
  expect((other.body['links'] as Link[])[0]?.token).not.toBe(
    (first.body['links'] as Link[])[0]?.token,
  );
});

test('a link that nobody has used is expired in time', async () => {
  const { invite, list, pass } = deployment();
  await invite([{ name: 'Ada' }]);
  pass(32);
  expect(await list()).toMatchObject([{ state: 'expired' }]);
});

test('the list has pages', async () => {
  const { page, invite } = deployment();
  await invite(Array.from({ length: 5 }, (_, n) => ({ name: `Person ${n}` })));
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await page({ limit: '2', ...(cursor !== undefined && { cursor }) });
    names.push(...(body['items'] as { name: string }[]).map(({ name }) => name));
    cursor = body['cursor'] as string | undefined;
  } while (cursor !== undefined);
  expect(names).toEqual([0, 1, 2, 3, 4].map((n) => `Person ${n}`));
});

test.each([
  ['no time', { people: [{ name: 'Ada' }] }, 'expires'],
  ['a time that is over', { expires: '2025-01-01T00:00:00Z', people: [{}] }, 'expires'],
  ['a time in two years', { expires: '2028-01-01T00:00:00Z', people: [{}] }, 'expires'],
  ['nobody', { expires, people: [] }, 'people'],
  ['too many', { expires, people: Array.from({ length: 101 }, () => ({})) }, 'people'],
  ['no list', { expires, people: { 0: {} } }, 'people'],
  ['no address', { expires, people: [{}, { email: 'secret' }] }, 'people/1/email'],
  ['an unknown field', { expires, people: [{ values: { secret: 1 } }] }, 'people/0/values'],
  ['a prototype', { expires, people: [{ values: { constructor: 1 } }] }, 'people/0/values'],
  ['a wrong answer', { expires, people: [{ values: { year: 'secret' } }] }, 'people/0/values/year'],
  ['more than a person has', { expires, people: [{ secret: 1 }] }, 'people/0'],
])('a request with %s makes no link, and says where: %#', async (_, body, field) => {
  const { asOwner, list } = deployment();
  const answered = await asOwner('POST', '/reunion/invitations', body);
  expect(answered).toMatchObject({
    statusCode: 400,
    body: { code: 'invalid_parameter', errors: [{ field }] },
  });
  expect(JSON.stringify(answered.body)).not.toContain('secret');
  expect(await list()).toEqual([]);
});

test('values that make a link too long are refused', async () => {
  const { invite, list } = deployment();
  const long = { name: 'a'.repeat(200), comment: 'b'.repeat(3000) };
  const { statusCode } = await invite([{ values: long }]);
  expect(statusCode).toBe(400);
  expect(await list()).toEqual([]);
});

test('nobody but an owner makes links or sees who was invited, and other forms have none', async () => {
  const { asAccount, asOwner } = deployment();
  for (const [httpMethod, path] of [
    ['POST', '/reunion/invitations'],
    ['GET', '/reunion/invitations'],
    ['POST', '/reunion/invitations/mails'],
    ['PUT', '/reunion/invitations/any'],
  ] as const)
    expect(await asAccount(anEvent({ httpMethod, path }))).toMatchObject({ statusCode: 403 });
  expect(await asOwner('POST', '/feedback/invitations', { expires, people: [{}] })).toMatchObject({
    statusCode: 404,
  });
});

const app = 'https://forms.example.org';

test('a mail is asked for once a day, for those who have an address and have not answered', async () => {
  const { asOwner, invite, answer, list, pass } = deployment();
  const made = await invite([
    { email: 'ada@example.com' },
    { email: 'bob@example.com' },
    { name: 'Nobody' },
  ]);
  const links = made.body['links'] as Link[];
  await answer(links[0]?.token ?? '');
  const mail = async () => {
    const invitations = links.map(({ position }) => position);
    return (await asOwner('POST', '/reunion/invitations/mails', { app, invitations })).body;
  };
  expect(await mail()).toEqual({ mailed: 1, today: 0, skipped: 2, tooMany: 0 });
  expect(await mail()).toEqual({ mailed: 0, today: 1, skipped: 2, tooMany: 0 });
  expect(await list()).toMatchObject([{}, { mailedAt: '2026-01-01T12:00:00.000Z' }, {}]);
  pass(1);
  expect(await mail()).toEqual({ mailed: 1, today: 0, skipped: 2, tooMany: 0 });
  pass(31);
  expect(await mail()).toEqual({ mailed: 0, today: 0, skipped: 3, tooMany: 0 });
});

test.each([
  ['http://forms.example.org'],
  ['https://forms.example.org/path'],
  ['javascript:alert(1)'],
  ['https://forms.example.org@evil.example'],
  [undefined],
])('a mail never links to %j', async (address) => {
  const { asOwner, invite } = deployment();
  const made = await invite([{ email: 'ada@example.com' }]);
  const invitations = (made.body['links'] as Link[]).map(({ position }) => position);
  expect(
    await asOwner('POST', '/reunion/invitations/mails', { app: address, invitations }),
  ).toMatchObject({ statusCode: 400, body: { errors: [{ field: 'app' }] } });
});

test('a revoked link is shown as such, gets no mail, and can be allowed again', async () => {
  const { asOwner, invite, answer, set, list } = deployment();
  const made = await invite([{ name: 'Ada', email: 'ada@example.com' }, { name: 'Bob' }]);
  const [ada] = made.body['links'] as Link[];
  for (const _ of ['once', 'again'])
    expect(await set(ada?.position)).toMatchObject({ statusCode: 200, body: { state: 'revoked' } });
  expect(await list()).toMatchObject([
    { name: 'Ada', state: 'revoked' },
    { name: 'Bob', state: 'open' },
  ]);
  const mails = { app, invitations: [ada?.position] };
  expect((await asOwner('POST', '/reunion/invitations/mails', mails)).body).toMatchObject({
    mailed: 0,
    skipped: 1,
  });
  expect(await answer(ada?.token ?? '')).toMatchObject({ body: { code: 'invitation_revoked' } });
  for (const _ of ['once', 'again'])
    expect((await set(ada?.position, { revoked: false })).body).toEqual({ state: 'open' });
  expect(await answer(ada?.token ?? '')).toMatchObject({ statusCode: 201 });
});

test('a link with which an entry was sent is not revoked, and allowing it again frees nothing', async () => {
  const { invite, answer, set, list } = deployment();
  const [ada] = (await invite([{ name: 'Ada' }])).body['links'] as Link[];
  await answer(ada?.token ?? '');
  expect(await set(ada?.position)).toMatchObject({
    statusCode: 409,
    body: { code: 'invitation_used' },
  });
  await set(ada?.position, { revoked: false });
  expect(await answer(ada?.token ?? '')).toMatchObject({
    statusCode: 409,
    body: { code: 'invitation_used' },
  });
  expect(await list()).toMatchObject([{ state: 'answered' }]);
});

test.each([[`${key}#999`], ['x'.repeat(2000)], ['%']])('no link at %s is revoked', async (at) => {
  const { set } = deployment();
  expect(await set(at)).toMatchObject({ statusCode: 404 });
});

test.each([[{}], [{ revoked: 'yes' }], [{ revoked: true, more: 1 }], [[]]])(
  'the request %j revokes nothing',
  async (body) => {
    const { invite, set, list } = deployment();
    const [ada] = (await invite([{ name: 'Ada' }])).body['links'] as Link[];
    expect(await set(ada?.position, body)).toMatchObject({
      statusCode: 400,
      body: { errors: [{ field: 'revoked' }] },
    });
    expect(await list()).toMatchObject([{ state: 'open' }]);
  },
);
