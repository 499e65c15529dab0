import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { badRequests, canary } from '../testing/attacks/hostile-requests.ts';
import { sendRaw } from '../testing/attacks/send-raw.ts';
import { startOpenBackend } from '../testing/backend/open-backend.ts';
import { mailsTo } from '../testing/backend/read-mails.ts';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { storedEntryRows, tableRows } from '../testing/backend/table-rows.ts';
import type { TestBackend } from '../testing/backend/test-backend.ts';
import type { Outputs } from '../../tools/operate/cognito-sign-in.ts';

const mickey = { fname: 'Mickey', lname: 'Mouse' };

let backend: TestBackend;
let endpoint: string;
let owner: SignedInPerson;

beforeAll(async () => {
  backend = await startOpenBackend('invited');
  ({ endpoint } = ((await backend.cloud.outputs()) as Outputs).custom.API.formstead);
  owner = await signInAs(backend.cloud, 'owner-of-links@example.com', ['owners']);
});

afterAll(() => backend[Symbol.asyncDispose]());

type Request = { readonly headers?: Record<string, string>; readonly body?: object };

const withLink = (token: string, method: string, path: string, { headers, body }: Request = {}) =>
  fetch(`${endpoint}open/${path}`, {
    method,
    headers: { Invitation: token, 'Content-Type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });

async function invite(...people: readonly object[]): Promise<readonly string[]> {
  const expires = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
  const made = await owner.submit('pwausers/invitations', { expires, people });
  const { links } = (await made.json()) as { links: { token: string }[] };
  return links.map(({ token }) => token);
}

async function invited() {
  const listed = await owner.get('pwausers/invitations?limit=100');
  type Listed = { readonly name: string; readonly state: string; readonly position: string };
  return ((await listed.json()) as { items: readonly Listed[] }).items;
}

const submit = (token: string, id = randomUUID(), body: object = mickey) =>
  withLink(token, 'POST', 'pwausers', { body, headers: { 'Idempotency-Key': id } });

test('an entry is sent with a link, once, and changed, withdrawn and restored with it', async () => {
  const [token = ''] = await invite({ name: 'Ada', values: { lname: 'Lovelace' } });
  const id = randomUUID();
  expect((await submit(token, id)).status).toBe(201);
  const again = await submit(token, id);
  expect([again.status, await again.json()]).toMatchObject([
    200,
    { id, answers: { fname: 'Mickey', lname: 'Lovelace' } },
  ]);
  const second = await submit(token);
  expect([second.status, await second.json()]).toMatchObject([409, { code: 'invitation_used' }]);
  const path = `pwausers/${id}`;
  const revised = await withLink(token, 'PUT', path, {
    body: { fname: 'Minnie', lname: 'Mouse' },
    headers: { 'If-Match': '"1"' },
  });
  expect(await revised.json()).toMatchObject({ answers: { fname: 'Minnie', lname: 'Lovelace' } });
  expect((await withLink(token, 'DELETE', path)).status).toBe(200);
  expect((await withLink(token, 'POST', `${path}/restore`)).status).toBe(200);
  expect((await invited()).find(({ name }) => name === 'Ada')).toMatchObject({ state: 'answered' });
});

test('of many devices that use one link at once, one has sent an entry', async () => {
  const [token = ''] = await invite({ name: 'Bob' });
  const sent = await Promise.all(
    Array.from({ length: 12 }, async () => {
      let response = await submit(token);
      // As the outbox does.
      while (response.status === 503) response = await submit(token);
      return response.status;
    }),
  );
  expect(sent.toSorted((a, b) => a - b)).toEqual([201, ...Array.from({ length: 11 }, () => 409)]);
  const listed = await withLink(token, 'GET', 'pwausers');
  expect(((await listed.json()) as { items: unknown[] }).items).toHaveLength(1);
});

test('a mail scanner that opens every address uses up nothing', async () => {
  const [token = ''] = await invite({ name: 'Cyd' });
  for (const path of ['pwausers', 'pwausers/seats', `pwausers/${randomUUID()}`])
    await withLink(token, 'GET', path);
  expect((await invited()).find(({ name }) => name === 'Cyd')).toMatchObject({ state: 'open' });
  expect((await submit(token)).status).toBe(201);
});

test('a revoked link sends nothing until it is allowed again, and one that was used is not revoked', async () => {
  const [token = ''] = await invite({ name: 'Fay' });
  const { position = '' } = (await invited()).find(({ name }) => name === 'Fay') ?? {};
  const set = (revoked: boolean) =>
    owner.send('PUT', `pwausers/invitations/${encodeURIComponent(position)}`, {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ revoked }),
    });
  const outcomes = [];
  for (const send of [
    () => set(true),
    () => submit(token),
    () => withLink(token, 'GET', 'pwausers'),
    () => set(false),
    () => submit(token),
    () => set(true),
    () => withLink(token, 'GET', 'pwausers'),
  ]) {
    const response = await send();
    const { code, state } = (await response.json()) as { code?: string; state?: string };
    outcomes.push([response.status, code ?? state]);
  }
  expect(outcomes).toEqual([
    [200, 'revoked'],
    [403, 'invitation_revoked'],
    [403, 'invitation_revoked'],
    [200, 'open'],
    [201, undefined],
    [409, 'invitation_used'],
    [200, undefined],
  ]);
});

test('nobody finds an entry by guessing links, nor with a link for another entry', async () => {
  const [ada = '', bob = ''] = await invite({ name: 'Ada' }, { name: 'Bob' });
  const id = randomUUID();
  expect((await submit(ada, id)).status).toBe(201);
  expect((await withLink(bob, 'GET', `pwausers/${id}`)).status).toBe(404);
  const [text = ''] = ada.split('.');
  for (let guess = 0; guess < 100; guess += 1) {
    const token = `${text}.${randomBytes(16).toString('base64url').slice(0, 22)}`;
    const read = await withLink(token, 'GET', `pwausers/${id}`);
    expect([read.status, await read.json()]).toMatchObject([403, { code: 'invitation_invalid' }]);
  }
});

test('a link is mailed, once a day, and opens the form', async () => {
  const email = `${randomUUID().slice(0, 8)}@example.com`;
  await invite({ name: 'Eve', email });
  const { items } = (await (await owner.get('pwausers/invitations?limit=100')).json()) as {
    items: { email: string; position: string }[];
  };
  const invitations = items.flatMap((it) => (it.email === email ? [it.position] : []));
  const mail = async () =>
    (
      await owner.submit('pwausers/invitations/mails', { app: 'https://app.example', invitations })
    ).json();
  expect(await mail()).toEqual({ mailed: 1, today: 0, skipped: 0, tooMany: 0 });
  expect(await mail()).toEqual({ mailed: 0, today: 1, skipped: 0, tooMany: 0 });
  const [received] = await mailsTo(backend.cloud, email);
  expect(received?.subject).toMatch(/^You are invited: /);
  const [, token = ''] =
    /https:\/\/app\.example\/pwausers#invite=(\S+)/.exec(received?.text ?? '') ?? [];
  expect((await submit(token)).status).toBe(201);
});

test('an account and a device are refused, and tokens are not stored', async () => {
  const ada = await signInAs(backend.cloud, 'not-invited@example.com');
  const byAccount = await ada.submit('pwausers', mickey);
  expect([byAccount.status, await byAccount.json()]).toMatchObject([
    403,
    { code: 'invitation_required' },
  ]);
  const key = randomBytes(32).toString('base64url');
  const byDevice = await fetch(`${endpoint}open/pwausers`, {
    method: 'POST',
    headers: { 'Device-Key': key, 'Content-Type': 'application/json' },
    body: JSON.stringify(mickey),
  });
  expect([byDevice.status, await byDevice.json()]).toMatchObject([
    403,
    { code: 'invitation_required' },
  ]);
  const tokens = await invite({ name: 'Dee' });
  const rows = JSON.stringify(await tableRows(backend.cloud));
  expect(rows).toContain('Dee');
  for (const token of tokens) {
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(token.split('.')[1]);
  }
});

test.each(badRequests)(
  'with a link, too: %s is answered %i %s',
  async (_, status, code, { method = 'GET', path = 'pwausers', headers, body }) => {
    const [token = ''] = await invite({});
    const before = await storedEntryRows(backend.cloud);
    const { body: text, ...response } = await sendRaw(backend.cloud.apiUrl, {
      method,
      path: `open/${path}`,
      headers: { Invitation: token, ...headers },
      ...(body !== undefined && { body }),
    });
    expect([status, 403, 404], `${code} ${text}`).toContain(response.status);
    expect(text).not.toContain(canary);
    expect(text).not.toContain(token);
    expect(await storedEntryRows(backend.cloud)).toEqual(before);
  },
);

test('none of this made a function fail or appears in the log', () => {
  const log = backend.log.join('\n');
  expect(log).not.toContain(canary);
  expect(log).not.toMatch(/"error"|Task timed out|Malformed Lambda|invited#/);
});
