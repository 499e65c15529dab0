import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { tableRows, storedEntryRows } from '../testing/backend/table-rows.ts';
import { numberedEntry, putEntries } from '../testing/backend/put-entries.ts';
import { startTestBackend, type TestBackend } from '../testing/backend/test-backend.ts';

const mickey = { fname: 'Mickey', lname: 'Mouse' };
let backend: TestBackend;
let person: SignedInPerson;

beforeAll(async () => {
  backend = await startTestBackend();
  person = await signInAs(backend.cloud, 'mickey@example.com');
});

afterAll(() => backend[Symbol.asyncDispose]());

test(
  'the tutorial’s body with a real ID token is stored under the token’s username',
  { tags: 'body-stored' },
  async () => {
    const response = await person.submit('pwausers', mickey);
    const body = (await response.json()) as Record<string, unknown>;
    expect(response.status).toBe(201);
    expect(body).toMatchObject({
      PwaUserId: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/),
      Firstname: 'Mickey',
      Lastname: 'Mouse',
      Message: 'Successfully added user!',
    });
    const rows = await tableRows(backend.cloud, body['id']);
    expect(rows).toMatchObject([
      { pk: `user#${person.username}`, username: person.username, answers: mickey },
    ]);
  },
);

test('what was submitted can be listed and read', { tags: 'submitted-listed' }, async () => {
  const { id } = (await (await person.submit('pwausers', mickey)).json()) as { id: string };
  const listed = (await (await person.get('pwausers?limit=1')).json()) as {
    items: { id: string }[];
  };
  expect(listed.items.map((it) => it.id)).toEqual([id]);
  expect(await (await person.get(`pwausers/${id}`)).json()).toMatchObject({ id, answers: mickey });
});

test(
  'what was withdrawn can be listed with its answers',
  { tags: 'withdrawn-listed' },
  async () => {
    const { id } = (await (await person.submit('pwausers', mickey)).json()) as { id: string };
    expect((await person.send('DELETE', `pwausers/${id}`)).status).toBe(200);
    const listed = await (await person.get('pwausers?limit=1&deleted=true')).json();
    expect(listed).toMatchObject({ items: [{ id, answers: mickey }] });
  },
);

test.each([
  ['a missing answer', 422, () => person.submit('pwausers', { lname: 'Mouse' })],
  ['broken JSON', 400, () => person.submit('pwausers', '{"fname":')],
  ['70 KB', 413, () => person.submit('pwausers', { fname: 'x'.repeat(70_000) })],
  ['text', 415, () => person.submit('pwausers', 'hello', { 'Content-Type': 'text/plain' })],
  ['an unknown form', 404, () => person.submit('nothing', mickey)],
])(
  '%s is answered %i, as problem+json that a browser can read',
  { tags: 'problem-json-readable' },
  async (_, status, send) => {
    const response = await send();
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(await response.json()).toMatchObject({ status, requestId: expect.any(String) });
  },
);

test('a missing answer is named', async () => {
  expect(await (await person.submit('pwausers', { lname: 'Mouse' })).json()).toMatchObject({
    errors: [{ field: 'fname', message: 'Enter your first name' }],
  });
});

test.each([
  ['no token', {}],
  ['not a token', { Authorization: 'the_token' }],
  [
    'an access token',
    {
      get Authorization() {
        return person.accessToken;
      },
    },
  ],
  [
    'a tampered token',
    {
      get Authorization() {
        return person.idToken.replace(/.{8}$/, 'AAAAAAAA');
      },
    },
  ],
])(
  '%s is rejected by the gateway, and a browser can read why',
  { tags: 'bad-token-401' },
  async (_, headers) => {
    const response = await fetch(`${backend.cloud.apiUrl}pwausers`, { headers: { ...headers } });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ message: 'Unauthorized' });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  },
);

test.each([
  ['an unknown path', 'GET', 'a/b/c/d'],
  ['a method the path does not have', 'PATCH', 'pwausers'],
])('%s is 403, as REST v1 says', { tags: 'unknown-method-403' }, async (_, method, path) => {
  const response = await fetch(backend.cloud.apiUrl + path, { method });
  expect(response.status).toBe(403);
  expect(await response.json()).toEqual({ message: 'Missing Authentication Token' });
});

test.each([
  [201, () => person.submit('pwausers', mickey)],
  [200, () => person.get('pwausers')],
  [403, () => person.get('pwausers/responses')],
  [404, () => person.get('nothing')],
  [422, () => person.submit('pwausers', {})],
  [401, () => fetch(`${backend.cloud.apiUrl}pwausers`)],
  [403, () => fetch(`${backend.cloud.apiUrl}a/b/c/d`)],
])(
  'a response of %i, even the gateway’s own, is never cached and never sniffed',
  async (status, send) => {
    const { status: answered, headers } = await send();
    expect(answered).toBe(status);
    expect(headers.get('Cache-Control')).toBe('no-store');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  },
);

test('a browser may send what the app sends', { tags: 'cors-preflight' }, async () => {
  const response = await fetch(`${backend.cloud.apiUrl}pwausers`, {
    method: 'OPTIONS',
    headers: { Origin: 'http://localhost:5173', 'Access-Control-Request-Method': 'POST' },
  });
  expect(response.status).toBe(204);
  expect(response.headers.get('Access-Control-Allow-Headers')).toMatch(
    /Authorization.*Idempotency-Key/,
  );
});

test('one key sent 20 times at once, 50 rounds over: one row each, every answer 200 or 201', async () => {
  for (let round = 0; round < 50; round += 1) {
    const key = randomUUID();
    const sends = Array.from({ length: 20 }, () =>
      person.submit('pwausers', mickey, { 'Idempotency-Key': key }),
    );
    const statuses = (await Promise.all(sends)).map((it) => it.status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([...Array<number>(19).fill(200), 201]);
    expect(await tableRows(backend.cloud, key)).toHaveLength(1);
  }
});

test('one key with 20 different bodies at once: exactly one wins, the rest are 422', async () => {
  for (let round = 0; round < 10; round += 1) {
    const key = randomUUID();
    const sends = Array.from({ length: 20 }, (_, lane) =>
      person.submit('pwausers', { ...mickey, lname: `Mouse ${lane}` }, { 'Idempotency-Key': key }),
    );
    const responses = await Promise.all(sends);
    const statuses = responses.map((it) => it.status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, ...Array<number>(19).fill(422)]);
    const winner = (await responses.find((it) => it.status === 201)?.json()) as { answers: object };
    expect(await tableRows(backend.cloud, key)).toMatchObject([{ answers: winner.answers }]);
  }
});

test(
  'erasing everything leaves no answers, even to deleted forms, and late entries are refused',
  { tags: 'everything-erased' },
  async () => {
    const leaver = await signInAs(backend.cloud, 'leaver@example.com');
    const { username } = leaver;
    const [kept, withdrawn] = [randomUUID(), randomUUID()];
    const submit = (id: string) => leaver.submit('pwausers', mickey, { 'Idempotency-Key': id });
    for (const id of [kept, withdrawn]) expect((await submit(id)).status).toBe(201);
    await leaver.send('DELETE', `pwausers/${withdrawn}`);
    const ofNoForm = { ...numberedEntry(1, 'taken-out', { secret: 'Mickey' }), username };
    await putEntries(backend.cloud, [ofNoForm]);
    expect((await leaver.get(`taken-out/${ofNoForm.id}`)).status).toBe(404);

    const replies: { erased: number; done: boolean }[] = [];
    while (!replies.at(-1)?.done) {
      const reply = await leaver.send('DELETE', 'me?permanent=true');
      expect(reply.status).toBe(200);
      replies.push((await reply.json()) as { erased: number; done: boolean });
      await wait(500);
    }
    expect(replies[0]).toEqual({ erased: 3, done: false });
    const theirs = async () =>
      (await storedEntryRows(backend.cloud)).filter(({ pk }) => pk === `user#${username}`);
    const after = await theirs();
    expect(JSON.stringify(after)).not.toMatch(/Mickey|@example/);
    expect(after.filter((it) => it['answers'] ?? it['formKey'] ?? it['confirmTo'])).toEqual([]);

    // Another device, whose token is still valid for minutes, has queued entries.
    for (const id of [randomUUID(), kept, withdrawn, ofNoForm.id]) {
      const late = await submit(id);
      expect(late.status).toBe(410);
      expect(await late.json()).toMatchObject({ code: 'gone' });
    }
    expect(await theirs()).toEqual(after);
  },
);

test('nothing private is logged', async () => {
  await person.submit('pwausers', {
    fname: 'Unmistakable',
    lname: 'Name',
    email: 'unmistakable@example.com',
  });
  const log = backend.log.join('\n');
  expect(log).toContain('POST /{form}');
  expect(log).toMatch(/\{"requestId":"[^"]+","route":"submit","form":"pwausers","status":201,/);
  expect(log).not.toMatch(/unmistakable|mickey@|eyJ|a long enough password/i);
});
