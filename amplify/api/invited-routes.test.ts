import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import type { Form } from '#core/form/define-form.ts';
import type { Invitation } from '#core/invitations/invitation.ts';
import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { feedbackForm } from '#core/testing/feedback-form.ts';
import { invitedForm } from '#core/testing/invited-form.ts';
import { exampleFormById } from '#forms/testing/example-forms.ts';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import { anEvent, createInMemoryApi } from '../testing/in-memory-api.ts';
import { createMemoryInvitations } from '../testing/memory-invitations.ts';
import { createMemoryTable } from '../testing/memory-table.ts';

/** Closes before the link expires. */
const closingForm: Form = {
  ...invitedForm,
  id: 'closing',
  limits: { closes: '2026-01-05T12:00:00Z' },
};

const formById = (id: string) =>
  [invitedForm, closingForm, feedbackForm].find((it) => it.id === id) ?? exampleFormById(id);

const opened = Date.parse('2026-01-01T12:00:00Z');
const oneDay = 24 * 60 * 60;

const ada: Invitation = {
  form: 'reunion',
  id: 'adaadaadaadaada1',
  expires: opened / 1000 + 10 * oneDay,
  values: {},
};

const ids = ['1', '2'].map((it) => `019b0000-0000-7000-8000-00000000000${it}`) as [string, string];

const body = JSON.stringify({ name: 'Ada' });

type Sent = { readonly body?: string | null; readonly [header: string]: string | null | undefined };

/** A deployment, at a time that can be moved on. */
function deployment() {
  const table = createMemoryTable();
  const store = createDynamoStore(table);
  let time = opened;
  const now = () => new Date(time);
  const files = createMemoryFileStore(now);
  const invited = createMemoryInvitations(now, table);
  const api = (serves: 'accounts' | 'devices') =>
    createInMemoryApi(now, store, files, formById, serves, invited);
  const open = api('devices');
  return {
    tokens: invited.tokens,
    invitations: invited.invitations,
    revoke: () => invited.invitations.revoke(ada, now().toISOString()),
    pass: (seconds: number) => void (time += seconds * 1000),
    asPerson: api('accounts'),
    async with(
      token: string | undefined,
      httpMethod: string,
      path: string,
      { body: sent = null, ...headers }: Sent = {},
    ) {
      const [pathname = '', query] = path.split('?');
      return open({
        ...anEvent({ httpMethod, path: `/open${pathname}`, body: sent }),
        queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
        requestContext: {},
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { Invitation: token }),
          ...headers,
        },
      } as unknown as APIGatewayProxyEvent);
    },
  };
}

const submit = (id: string): Sent => ({ body, 'Idempotency-Key': id });

test('whoever has a personal link sends, lists, changes, withdraws and restores its entry, on any device', async () => {
  const cloud = deployment();
  const token = await cloud.tokens.make(ada);
  expect(await cloud.with(token, 'POST', '/reunion', submit(ids[0]))).toMatchObject({
    statusCode: 201,
    body: { id: ids[0], username: `invited#${ada.id}`, answers: { name: 'Ada' } },
  });
  expect(await cloud.with(token, 'POST', '/reunion', submit(ids[0]))).toMatchObject({
    statusCode: 200,
    headers: { 'Idempotent-Replayed': 'true' },
  });
  const revision = { body: JSON.stringify({ name: 'Ada L.' }), 'If-Match': '"1"' };
  const path = `/reunion/${ids[0]}`;
  expect(await cloud.with(token, 'PUT', path, revision)).toMatchObject({ body: { version: 2 } });
  expect(await cloud.with(token, 'DELETE', path)).toMatchObject({ statusCode: 200 });
  expect((await cloud.with(token, 'GET', '/reunion')).body['items']).toEqual([]);
  expect(await cloud.with(token, 'POST', `${path}/restore`)).toMatchObject({ statusCode: 200 });
  expect((await cloud.with(token, 'GET', '/reunion')).body['items']).toMatchObject([
    { id: ids[0], answers: { name: 'Ada L.' } },
  ]);
});

type Cloud = ReturnType<typeof deployment>;

/** What happens to a link before its entry is sent, or how it is sent. */
const outcomes: readonly (readonly [
  what: string,
  status: number,
  code: string | undefined,
  send: (cloud: Cloud, token: string) => ReturnType<Cloud['with']>,
])[] = [
  ['as it was made', 201, undefined, (it, token) => it.with(token, 'POST', '/reunion', { body })],
  [
    'forged with another secret',
    403,
    'invitation_invalid',
    async (it) =>
      it.with(await createMemoryInvitations().tokens.make(ada), 'POST', '/reunion', submit(ids[0])),
  ],
  [
    'altered to be valid for longer',
    403,
    'invitation_invalid',
    (it, token) => {
      const [, signature] = token.split('.');
      const text = JSON.stringify([ada.form, ada.id, ada.expires + 365 * oneDay]);
      const altered = `${Buffer.from(text).toString('base64url')}.${signature}`;
      return it.with(altered, 'POST', '/reunion', submit(ids[0]));
    },
  ],
  [
    'cut off',
    403,
    'invitation_invalid',
    (it, token) => it.with(token.slice(0, -1), 'POST', '/reunion', submit(ids[0])),
  ],
  ['empty', 403, 'invitation_invalid', (it) => it.with('', 'POST', '/reunion', submit(ids[0]))],
  [
    'of another form',
    403,
    'invitation_invalid',
    async (it) => {
      const other = await it.tokens.make({ ...ada, form: 'feedback' });
      return it.with(other, 'POST', '/reunion', submit(ids[0]));
    },
  ],
  [
    'for a form that is not for the invited',
    403,
    'invitation_invalid',
    async (it) => {
      const other = await it.tokens.make({ ...ada, form: 'feedback' });
      return it.with(other, 'POST', '/feedback', { body: '{"comment":"Fine"}' });
    },
  ],
  [
    'missing, from a device with a key',
    403,
    'invitation_required',
    (it) =>
      it.with(undefined, 'POST', '/reunion', { ...submit(ids[0]), 'Device-Key': 'a'.repeat(43) }),
  ],
  [
    'missing, from somebody with an account',
    403,
    'invitation_required',
    (it) => it.asPerson(anEvent({ path: '/reunion', body })),
  ],
  [
    'expired',
    403,
    'invitation_expired',
    (it, token) => {
      it.pass(10 * oneDay);
      return it.with(token, 'POST', '/reunion', submit(ids[0]));
    },
  ],
  [
    'expired, but the answers were saved on the device before',
    201,
    undefined,
    (it, token) => {
      it.pass(16 * oneDay);
      const saved = { ...submit(ids[0]), 'Saved-At': '2026-01-10T12:00:00Z' };
      return it.with(token, 'POST', '/reunion', saved);
    },
  ],
  [
    'expired long ago, whenever the answers were saved',
    403,
    'invitation_expired',
    (it, token) => {
      it.pass(17 * oneDay);
      const saved = { ...submit(ids[0]), 'Saved-At': '2026-01-10T12:00:00Z' };
      return it.with(token, 'POST', '/reunion', saved);
    },
  ],
  [
    'opened by a scanner of mails first',
    201,
    undefined,
    async (it, token) => {
      for (const path of ['/reunion', '/reunion/seats', `/reunion/${ids[1]}`])
        await it.with(token, 'GET', path);
      return it.with(token, 'POST', '/reunion', submit(ids[0]));
    },
  ],
  [
    'used before for another entry',
    409,
    'invitation_used',
    async (it, token) => {
      await it.with(token, 'POST', '/reunion', submit(ids[1]));
      return it.with(token, 'POST', '/reunion', submit(ids[0]));
    },
  ],
  [
    'used before, and the entry withdrawn',
    201,
    undefined,
    async (it, token) => {
      await it.with(token, 'POST', '/reunion', submit(ids[1]));
      await it.with(token, 'DELETE', `/reunion/${ids[1]}`);
      return it.with(token, 'POST', '/reunion', submit(ids[0]));
    },
  ],
  [
    'used before, and the entry erased',
    201,
    undefined,
    async (it, token) => {
      await it.with(token, 'POST', '/reunion', submit(ids[1]));
      await it.with(token, 'DELETE', `/reunion/${ids[1]}?permanent=true`);
      return it.with(token, 'POST', '/reunion', submit(ids[0]));
    },
  ],
  [
    'used again after the entry was withdrawn, which is then restored',
    409,
    'invitation_used',
    async (it, token) => {
      await it.with(token, 'POST', '/reunion', submit(ids[1]));
      await it.with(token, 'DELETE', `/reunion/${ids[1]}`);
      await it.with(token, 'POST', '/reunion', submit(ids[0]));
      return it.with(token, 'POST', `/reunion/${ids[1]}/restore`);
    },
  ],
  [
    'revoked',
    403,
    'invitation_revoked',
    async (it, token) => {
      await it.revoke();
      return it.with(token, 'POST', '/reunion', submit(ids[0]));
    },
  ],
  [
    'revoked, but the answers were saved on the device before',
    403,
    'invitation_revoked',
    async (it, token) => {
      await it.revoke();
      const saved = { ...submit(ids[0]), 'Saved-At': '2025-12-31T12:00:00Z' };
      return it.with(token, 'POST', '/reunion', saved);
    },
  ],
  [
    'revoked, and opened',
    403,
    'invitation_revoked',
    async (it, token) => {
      await it.revoke();
      return it.with(token, 'GET', '/reunion');
    },
  ],
  [
    'revoked and allowed again',
    201,
    undefined,
    async (it, token) => {
      await it.revoke();
      await it.invitations.allow(ada);
      return it.with(token, 'POST', '/reunion', submit(ids[0]));
    },
  ],
  [
    'used before it was to be revoked, and the entry is sent again',
    200,
    undefined,
    async (it, token) => {
      await it.with(token, 'POST', '/reunion', submit(ids[0]));
      expect(await it.revoke()).toBe(false);
      return it.with(token, 'POST', '/reunion', submit(ids[0]));
    },
  ],
  [
    'used before it was to be revoked, and the entry is changed',
    200,
    undefined,
    async (it, token) => {
      await it.with(token, 'POST', '/reunion', submit(ids[0]));
      await it.revoke();
      return it.with(token, 'PUT', `/reunion/${ids[0]}`, { body, 'If-Match': '"1"' });
    },
  ],
  [
    'revoked after its entry was withdrawn, which is then restored',
    403,
    'invitation_revoked',
    async (it, token) => {
      await it.with(token, 'POST', '/reunion', submit(ids[0]));
      await it.with(token, 'DELETE', `/reunion/${ids[0]}`);
      expect(await it.revoke()).toBe(true);
      return it.with(token, 'POST', `/reunion/${ids[0]}/restore`);
    },
  ],
  [
    'revoked after its entry was withdrawn, which is then erased',
    200,
    undefined,
    async (it, token) => {
      await it.with(token, 'POST', '/reunion', submit(ids[0]));
      await it.with(token, 'DELETE', `/reunion/${ids[0]}`);
      await it.revoke();
      return it.with(token, 'DELETE', `/reunion/${ids[0]}?permanent=true`);
    },
  ],
  [
    'used after the form has closed',
    403,
    'closed',
    async (it) => {
      const token = await it.tokens.make({ ...ada, form: 'closing' });
      it.pass(5 * oneDay);
      return it.with(token, 'POST', '/closing', submit(ids[0]));
    },
  ],
  [
    'used after the form has closed, but the answers were saved on the device before',
    201,
    undefined,
    async (it) => {
      const token = await it.tokens.make({ ...ada, form: 'closing' });
      it.pass(5 * oneDay);
      const saved = { ...submit(ids[0]), 'Saved-At': '2026-01-04T12:00:00Z' };
      return it.with(token, 'POST', '/closing', saved);
    },
  ],
  [
    'used to withdraw the entry after the form has closed',
    200,
    undefined,
    async (it) => {
      const token = await it.tokens.make({ ...ada, form: 'closing' });
      await it.with(token, 'POST', '/closing', submit(ids[0]));
      it.pass(5 * oneDay);
      return it.with(token, 'DELETE', `/closing/${ids[0]}`);
    },
  ],
  [
    'used to erase the entry, long after it has expired',
    403,
    'invitation_expired',
    async (it, token) => {
      await it.with(token, 'POST', '/reunion', submit(ids[0]));
      it.pass(17 * oneDay);
      return it.with(token, 'DELETE', `/reunion/${ids[0]}?permanent=true`);
    },
  ],
  [
    'by whoever has erased everything that was sent with it',
    410,
    'gone',
    async (it, token) => {
      await it.with(token, 'POST', '/reunion', submit(ids[1]));
      await it.with(token, 'DELETE', '/me?permanent=true');
      return it.with(token, 'POST', '/reunion', submit(ids[0]));
    },
  ],
];

test.each(outcomes)('a personal link %s: %i %s', async (_, status, code, send) => {
  const cloud = deployment();
  const sent = await send(cloud, await cloud.tokens.make(ada));
  expect(sent).toMatchObject({ statusCode: status, ...(code && { body: { code } }) });
});

test('of two who use a link at once, one has sent an entry', async () => {
  const cloud = deployment();
  const token = await cloud.tokens.make(ada);
  const sent = await Promise.all(
    ids.map((id) => cloud.with(token, 'POST', '/reunion', submit(id))),
  );
  expect(sent.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([201, 409]);
});

test('of an entry and an owner who revokes its link at once, one comes first', async () => {
  const cloud = deployment();
  const token = await cloud.tokens.make(ada);
  const [sent, isRevoked] = await Promise.all([
    cloud.with(token, 'POST', '/reunion', submit(ids[0])),
    cloud.revoke(),
  ]);
  expect(sent).toMatchObject(
    isRevoked ? { body: { code: 'invitation_revoked' } } : { statusCode: 201 },
  );
});

test('what was stored is answered as before, however late it is sent again', async () => {
  const cloud = deployment();
  const token = await cloud.tokens.make(ada);
  await cloud.with(token, 'POST', '/reunion', submit(ids[0]));
  cloud.pass(365 * oneDay);
  expect(await cloud.with(token, 'POST', '/reunion', submit(ids[0]))).toMatchObject({
    statusCode: 200,
  });
  for (const path of ['/reunion', `/reunion/${ids[0]}`])
    expect(await cloud.with(token, 'GET', path)).toMatchObject({
      statusCode: 403,
      body: { code: 'invitation_expired' },
    });
});

test('values in a link are stored, whatever is sent instead of them', async () => {
  const cloud = deployment();
  const values = { name: 'Ada Lovelace', year: 1842, source: 'letter' };
  const token = await cloud.tokens.make({ ...ada, values });
  const sent = { name: 'Eve', year: 1, comment: 'Hello' };
  const stored = await cloud.with(token, 'POST', '/reunion', {
    body: JSON.stringify(sent),
    'Idempotency-Key': ids[0],
  });
  expect(stored.body['answers']).toEqual({ ...values, comment: 'Hello' });
  const revised = await cloud.with(token, 'PUT', `/reunion/${ids[0]}`, {
    body: JSON.stringify({ name: 'Eve', comment: 'Bye' }),
    'If-Match': '"1"',
  });
  expect(revised.body['answers']).toEqual({ ...values, comment: 'Bye' });
});

test('an entry that was sent with a link cannot be adopted by an account', async () => {
  const cloud = deployment();
  const token = await cloud.tokens.make(ada);
  await cloud.with(token, 'POST', '/reunion', submit(ids[0]));
  const adopt = {
    ...anEvent({ path: '/me/adoption', body: null }),
    headers: { Invitation: token },
  };
  expect(await cloud.asPerson(adopt)).toMatchObject({ statusCode: 400 });
  expect((await cloud.with(token, 'GET', '/reunion')).body['items']).toHaveLength(1);
});

test('an account whose username looks like an invitation is nobody', async () => {
  const { asPerson } = deployment();
  expect(await asPerson(anEvent({}, `invited#${ada.id}`))).toMatchObject({ statusCode: 401 });
});
