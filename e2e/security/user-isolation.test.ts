import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import { tableRows, storedEntryRows } from '../testing/backend/table-rows.ts';
import { startTestBackend, type TestBackend } from '../testing/backend/test-backend.ts';

const json = { 'Content-Type': 'application/json' };
const mickey = { fname: 'Mickey', lname: 'Mouse' };
const forged = JSON.stringify({ fname: 'Forged', lname: 'Mouse' });

let backend: TestBackend;
let ada: SignedInPerson;
let bob: SignedInPerson;
let eve: SignedInPerson;
let owner: SignedInPerson;
/** Ada's entries, one in each state. */
const adas: Record<string, string> = {};

beforeAll(async () => {
  backend = await startTestBackend();
  ada = await signInAs(backend.cloud, 'ada@example.com');
  bob = await signInAs(backend.cloud, 'bob@example.com');
  eve = await signInAs(backend.cloud, 'eve@example.com');
  owner = await signInAs(backend.cloud, 'olga@example.com', ['owners']);
  for (const state of ['live', 'revised', 'withdrawn', 'erased'])
    adas[state] = ((await (await ada.submit('pwausers', mickey)).json()) as { id: string }).id;
  await ada.send('PUT', `pwausers/${adas['revised']}`, {
    headers: { ...json, 'If-Match': '"1"' },
    body: JSON.stringify({ ...mickey, fname: 'Minnie' }),
  });
  await ada.send('DELETE', `pwausers/${adas['withdrawn']}`);
  await ada.send('DELETE', `pwausers/${adas['erased']}?permanent=true`);
  await bob.submit('pwausers', mickey);
});

afterAll(() => backend[Symbol.asyncDispose]());

const file = '018f3c2e-7b1a-7000-8000-0123456789ab';

const attempts: Record<string, (person: SignedInPerson, id: string) => Promise<Response>> = {
  read: (person, id) => person.get(`pwausers/${id}`),
  'read with a forged name': (person, id) =>
    person.send('GET', `pwausers/${id}?username=${ada.username}&userId=${ada.username}`, {
      headers: { 'x-user-id': ada.username, username: ada.username },
    }),
  revise: (person, id) => revise(person, id, '"1"'),
  'revise any version': (person, id) => revise(person, id, '"2"'),
  'revise without a version': (person, id) =>
    person.send('PUT', `pwausers/${id}`, { headers: json, body: forged }),
  'revise with a forged author': (person, id) =>
    person.send('PUT', `pwausers/${id}`, {
      headers: { ...json, 'If-Match': '"1"', 'x-user-id': ada.username },
      body: JSON.stringify({ ...mickey, username: ada.username }),
    }),
  withdraw: (person, id) => person.send('DELETE', `pwausers/${id}`),
  'withdraw for good': (person, id) => person.send('DELETE', `pwausers/${id}?permanent=true`),
  'withdraw one version': (person, id) =>
    person.send('DELETE', `pwausers/${id}`, { headers: { 'If-Match': '"1"' } }),
  'withdraw under the name of the submission': (person, id) =>
    person.send('DELETE', `pwausers/${id}`, { headers: { 'Idempotency-Key': id } }),
  restore: (person, id) => person.send('POST', `pwausers/${id}/restore`),
  'send a file to': (person, id) => person.send('POST', `pwausers/${id}/files/${file}`),
  'confirm a file of': (person, id) => person.send('POST', `pwausers/${id}/files/${file}/arrival`),
  'open a file of': (person, id) => person.get(`pwausers/${id}/files/${file}`),
  'open a small copy of': (person, id) => person.get(`pwausers/${id}/files/${file}?small=true`),
  'open a small copy, with a forged name, of': (person, id) =>
    person.send('GET', `pwausers/${id}/files/${file}?small=true&username=${ada.username}`, {
      headers: { 'x-user-id': ada.username, username: ada.username },
    }),
  'pick from the responses by a name': (person, id) =>
    person.get(`pwausers/responses?username=${person.username}&id=${id}`),
};

function revise(person: SignedInPerson, id: string, version: string): Promise<Response> {
  return person.send('PUT', `pwausers/${id}`, {
    headers: { ...json, 'If-Match': version },
    body: forged,
  });
}

/** Everything in a response that could differ between ids. */
async function comparableResponse(response: Response) {
  const { requestId: _, ...body } = (await response.json()) as Record<string, unknown>;
  const ofThisRequest = /^(date|x-amzn-requestid|x-amz-apigw-id|x-amzn-trace-id|keep-alive)$/;
  const headers = [...response.headers].filter(([name]) => !ofThisRequest.test(name));
  return { status: response.status, body, headers };
}

function expectedOf(verb: string, who: string): unknown {
  if (verb.startsWith('pick')) return who === 'owner' ? { items: [] } : 403;
  if (verb === 'revise without a version') return 428;
  return 404;
}

const people: Record<string, () => SignedInPerson> = {
  bob: () => bob,
  eve: () => eve,
  owner: () => owner,
};

test.each(Object.keys(people).flatMap((who) => Object.keys(attempts).map((verb) => [who, verb])))(
  '%s cannot %s what is another’s: it answers as what never was',
  async (who, verb) => {
    const person = people[who]?.() ?? expect.fail();
    const attempt = attempts[verb] ?? expect.fail();
    const before = await storedEntryRows(backend.cloud);
    const unknown = await comparableResponse(await attempt(person, randomUUID()));
    expect(unknown.status === 200 ? unknown.body : unknown.status).toEqual(expectedOf(verb, who));
    for (const id of Object.values(adas)) {
      expect(await comparableResponse(await attempt(person, id))).toEqual(unknown);
      expect(await comparableResponse(await attempt(person, id.toUpperCase()))).toEqual(unknown);
    }
    expect(await storedEntryRows(backend.cloud)).toEqual(before);
  },
);

test.each([
  (id: string) => `..%2F..%2Fuser%23${ada.username}%2F${id}`,
  (id: string) => `${id}%23`,
  (id: string) => `%23${id}`,
  (id: string) => `entry%23pwausers%23${id}`,
  (id: string) => `user%23${ada.username}%23entry%23pwausers%23${id}`,
  (id: string) => `${id}%00`,
  (id: string) => `${id}%252F`,
  (id: string) => `${id},${id}`,
])('an id made of keys and separators (%#) is unknown', async (make) => {
  const unknown = await comparableResponse(await bob.get(`pwausers/${randomUUID()}`));
  for (const id of Object.values(adas))
    for (const attempt of [
      attempts['read'],
      attempts['revise'],
      attempts['withdraw'],
      attempts['restore'],
    ])
      expect(await comparableResponse((await attempt?.(bob, make(id))) ?? expect.fail())).toEqual(
        unknown,
      );
});

test('somebody else’s id can be used again: it names a separate entry', async () => {
  const id = adas['live'] ?? expect.fail();
  const before = (await tableRows(backend.cloud, id)).find((it) => it['username'] === ada.username);
  const response = await eve.submit('pwausers', mickey, { 'Idempotency-Key': id });
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({ username: eve.username, version: 1 });
  await eve.send('DELETE', `pwausers/${id}?permanent=true`);
  const after = (await tableRows(backend.cloud, id)).find((it) => it['username'] === ada.username);
  expect(after).toEqual(before);
});

test(
  'a list contains only one’s own entries, whatever query or cursor is sent',
  { tags: 'own-list-only' },
  async () => {
    const page = (await (await ada.get('pwausers?limit=1')).json()) as { cursor: string };
    expect(page.cursor).toEqual(expect.any(String));
    for (const query of [
      `username=${ada.username}`,
      `userId=${ada.username}`,
      `cursor=${page.cursor}`,
      `cursor=${page.cursor}&username=${ada.username}`,
      `withdrawn=true&username=${ada.username}`,
      `deleted=true&username=${ada.username}`,
    ]) {
      const response = await bob.send('GET', `pwausers?${query}`, {
        headers: { 'x-user-id': ada.username },
      });
      const { items } = (await response.json()) as { items: { username: string }[] };
      for (const { username } of items) expect(username).toBe(bob.username);
    }
  },
);

test.each(['responses', 'summary'])(
  'GET /{form}/%s is for owners: others learn nothing',
  async (name) => {
    const forbidden = await comparableResponse(await bob.get(`pwausers/${name}`));
    expect(forbidden).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    for (const query of [
      '',
      `?username=${ada.username}&id=${adas['live']}`,
      '?limit=0',
      '?groups=owners',
    ])
      for (const person of [ada, bob, eve])
        expect(
          await comparableResponse(
            await person.send('GET', `pwausers/${name}${query}`, {
              headers: { 'x-user-id': owner.username, 'x-groups': 'owners' },
            }),
          ),
        ).toEqual(forbidden);
  },
);

test(
  'an owner reads everyone’s entries that are not withdrawn, and cannot change them',
  { tags: 'owner-cannot-change' },
  async () => {
    const { items } = (await (await owner.get('pwausers/responses')).json()) as {
      items: { id: string; username: string }[];
    };
    const ids = items.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([adas['live'], adas['revised']]));
    expect(ids).not.toContain(adas['withdrawn']);
    expect(ids).not.toContain(adas['erased']);
    const pick = (id = '') => owner.get(`pwausers/responses?username=${ada.username}&id=${id}`);
    expect(await (await pick(adas['live'])).json()).toMatchObject({ items: [{ answers: mickey }] });
    for (const state of ['withdrawn', 'erased'])
      expect(await (await pick(adas[state])).json()).toEqual({ items: [] });
    expect(await (await owner.get('pwausers/summary')).json()).toMatchObject({ complete: true });
  },
);

test('a cursor of one form does not work for another', async () => {
  const { cursor } = (await (await owner.get('pwausers/responses?limit=1')).json()) as {
    cursor: string;
  };
  const rest = (await (await owner.get(`pwausers/responses?cursor=${cursor}`)).json()) as {
    items: { form: string }[];
  };
  for (const { form } of rest.items) expect(form).toBe('pwausers');
  expect(rest.items.length).toBeGreaterThan(0);
});

test('erasing everything erases one’s own entries and nobody else’s', async () => {
  const leaver = await signInAs(backend.cloud, 'leaver@example.com');
  const { id } = (await (await leaver.submit('pwausers', mickey)).json()) as { id: string };
  const others = async () =>
    (await storedEntryRows(backend.cloud)).filter(({ pk }) => pk !== `user#${leaver.username}`);
  const before = await others();
  for (const query of ['', `&username=${ada.username}`])
    await leaver.send('DELETE', `me?permanent=true${query}`, {
      headers: { 'x-user-id': ada.username, username: ada.username },
    });
  expect(await others()).toEqual(before);
  expect((await leaver.get(`pwausers/${id}`)).status).toBe(404);
  expect((await ada.get(`pwausers/${adas['live']}`)).status).toBe(200);
});
