import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { badRequests, canary } from '../testing/attacks/hostile-requests.ts';
import { sendRaw } from '../testing/attacks/send-raw.ts';
import { newDevice } from '../testing/backend/device-without-account.ts';
import { mailsIn, mailsTo } from '../testing/backend/read-mails.ts';
import { lettingMailReadOwners, startOpenBackend } from '../testing/backend/open-backend.ts';
import { signInAs } from '../testing/backend/signed-in-person.ts';
import { storedEntryRows, tableRows } from '../testing/backend/table-rows.ts';
import type { TestBackend } from '../testing/backend/test-backend.ts';
import type { Outputs } from '../../tools/operate/cognito-sign-in.ts';

const mickey = { fname: 'Mickey', lname: 'Mouse' };
const minnie = { fname: 'Minnie', lname: 'Mouse' };

/** The product's forms, without an account. The first one asks for the address of the confirmation, and tells its owners. */
const formsThatConfirm = `
import { forms as closed } from './forms/index.ts';
export const forms = closed.map((form) => ({
  ...form,
  access: 'anyone',
  ...(form.id === 'pwausers' && {
    confirmTo: 'email',
    notify: { to: 'owners', newEntry: true },
  }),
}));
export const formById = (id) => forms.find((form) => form.id === id);
`;

let backend: TestBackend;
let endpoint: string;

beforeAll(async () => {
  backend = await startOpenBackend('anyone', formsThatConfirm, lettingMailReadOwners);
  ({ endpoint } = ((await backend.cloud.outputs()) as Outputs).custom.API.formstead);
});

afterAll(() => backend[Symbol.asyncDispose]());

test(
  'a device does everything with its entry without an account',
  { tags: 'open-routes' },
  async () => {
    const device = await newDevice(backend.cloud);
    const key = { 'Idempotency-Key': randomUUID() };
    const submit = () => device.send('POST', 'pwausers', { body: mickey, headers: key });
    expect(await statuses(submit())).toEqual([201]);
    expect(await statuses(submit())).toEqual([200]);
    const [{ id } = { id: '' }] = await items(device.send('GET', 'pwausers'));
    const path = `pwausers/${id}`;
    expect(await statuses(device.send('GET', path))).toEqual([200]);
    const revision = { body: minnie, headers: { 'If-Match': '"1"' } };
    expect(await statuses(device.send('PUT', path, revision))).toEqual([200]);
    expect(await statuses(device.send('DELETE', path))).toEqual([200]);
    expect(await items(device.send('GET', 'pwausers?withdrawn=true'))).toMatchObject([{ id }]);
    expect(await statuses(device.send('POST', `${path}/restore`))).toEqual([200]);
    expect(await items(device.send('GET', 'pwausers'))).toMatchObject([{ id, answers: minnie }]);
    expect(await (await device.send('DELETE', 'me?permanent=true')).json()).toMatchObject({
      erased: 1,
    });
    expect(await statuses(device.send('POST', 'pwausers', { body: mickey }))).toEqual([410]);
  },
);

test('whoever signs in adopts the entries, once, and owners see each once', async () => {
  const device = await newDevice(backend.cloud);
  const ada = await signInAs(backend.cloud, 'ada@example.com', ['owners']);
  const { id } = (await (await device.send('POST', 'pwausers', { body: mickey })).json()) as {
    id: string;
  };
  const adopt = () => ada.send('POST', 'me/adoption', { headers: { 'Device-Key': device.key } });
  expect(await (await adopt()).json()).toEqual({ adopted: 1, done: false });
  await expect.poll(async () => (await adopt()).json()).toEqual({ adopted: 0, done: true });
  expect(await items(ada.get('pwausers'))).toMatchObject([{ id, answers: mickey }]);
  expect((await device.send('GET', `pwausers/${id}`)).status).toBe(404);
  const responses = await items(ada.get('pwausers/responses'));
  expect(responses.filter((it) => it.id === id)).toHaveLength(1);
});

test('an address that was typed is asked by mail, and gets the confirmation once its button is pressed', async () => {
  const device = await newDevice(backend.cloud);
  const email = `${randomUUID().slice(0, 8)}@example.com`;
  const sent = await device.send('POST', 'pwausers', { body: { ...mickey, email } });
  const { id } = (await sent.json()) as { id: string };
  const [request] = await mailsTo(backend.cloud, email);
  expect(request?.subject).toMatch(/^Is this your email address\? /);
  const [, token = ''] =
    new RegExp(`/entries/pwausers/${id}#verify=(\\S+)`).exec(request?.text ?? '') ?? [];
  const mailbox = await newDevice(backend.cloud);
  const verify = () => mailbox.send('POST', 'pwausers/verification', { body: { token } });
  expect(await statuses(verify(), verify())).toEqual([200, 200]);
  const [, confirmation] = await mailsTo(backend.cloud, email, 2);
  expect(confirmation?.subject).toMatch(/^Your entry has arrived: /);
  expect(`${request?.html}${confirmation?.html}`).not.toContain(mickey.fname);
});

test('owners who have opened the responses are told of a new entry, and not what it says', async () => {
  const email = `${randomUUID().slice(0, 8)}@example.com`;
  const anybody = await signInAs(backend.cloud, 'owner@example.com', ['owners']);
  for (const it of [email, 'mistyped@example.com'])
    await anybody.send('POST', 'pwausers/members', {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: it, role: 'owner' }),
    });
  const owner = await signInAs(backend.cloud, email);
  expect(await statuses(owner.get('pwausers/responses'))).toEqual([200]);
  const device = await newDevice(backend.cloud);
  const sent = await device.send('POST', 'pwausers', { body: mickey });
  const { id } = (await sent.json()) as { id: string };
  const [notice, ...others] = await mailsTo(backend.cloud, email);
  expect(others).toEqual([]);
  expect(notice?.text).toContain(`/responses/pwausers?username=open%23`);
  expect(notice?.text).toContain(`&id=${id}`);
  expect(JSON.stringify(notice)).not.toMatch(/Mickey|Mouse/);
  expect((await mailsIn(backend.cloud)).flatMap(({ to }) => to)).not.toContain(
    'mistyped@example.com',
  );
});

async function statuses(...sent: readonly Promise<Response>[]) {
  return (await Promise.all(sent)).map(({ status }) => status);
}

async function items(sent: Promise<Response>) {
  return ((await (await sent).json()) as { items: { id: string; answers: object }[] }).items;
}

test('nobody finds an entry by guessing keys', async () => {
  const device = await newDevice(backend.cloud);
  const { id } = (await (await device.send('POST', 'pwausers', { body: mickey })).json()) as {
    id: string;
  };
  for (let guess = 0; guess < 100; guess += 1) {
    const headers = { 'Device-Key': randomBytes(32).toString('base64url') };
    const read = await device.send('GET', `pwausers/${id}`, { headers });
    const never = await device.send('GET', `pwausers/${randomUUID()}`, { headers });
    expect([read.status, never.status]).toEqual([404, 404]);
  }
  const rows = JSON.stringify(await tableRows(backend.cloud));
  expect(rows).toContain(id);
  expect(rows).not.toContain(device.key);
});

test('a token opens nothing here, and a key nothing elsewhere', async () => {
  const device = await newDevice(backend.cloud);
  const ada = await signInAs(backend.cloud, 'bob@example.com', ['owners']);
  for (const path of ['open/pwausers', 'open/me?permanent=true']) {
    const method = path.includes('me') ? 'DELETE' : 'GET';
    expect((await ada.send(method, path)).status).toBe(400);
  }
  const headers = { 'Device-Key': device.key };
  for (const path of ['pwausers', 'pwausers/responses', 'pwausers/summary'])
    expect((await fetch(endpoint + path, { headers })).status).toBe(401);
  expect((await device.send('GET', 'pwausers/responses')).status).toBe(404);
  const files = await device.send('POST', `pwausers/${randomUUID()}/files/${randomUUID()}`);
  expect(files.status).toBe(403);
});

test.each(badRequests)(
  'without an account, too: %s is answered %i %s',
  async (_, status, code, { method = 'GET', path = 'pwausers', headers, body }) => {
    const device = await newDevice(backend.cloud);
    const before = await storedEntryRows(backend.cloud);
    const { body: text, ...response } = await sendRaw(backend.cloud.apiUrl, {
      method,
      path: `open/${path}`,
      headers: { 'Device-Key': device.key, ...headers },
      ...(body !== undefined && { body }),
    });
    // A path that only people with an account have is none here: the gateway or the function does not find it.
    expect([status, 403, 404], `${code} ${text}`).toContain(response.status);
    expect(text).not.toContain(canary);
    expect(text).not.toContain(device.key);
    expect(await storedEntryRows(backend.cloud)).toEqual(before);
  },
);

test('none of this made a function fail or appears in the log', () => {
  const log = backend.log.join('\n');
  expect(log).not.toContain(canary);
  expect(log).not.toMatch(/"error"|Task timed out|Malformed Lambda/);
});
