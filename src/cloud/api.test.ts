import { expect, test } from 'vitest';
import {
  createFakeWorld,
  delivered,
  mickey,
  stored,
  type Reply,
  type Sent,
} from '../fake-world.tsx';
import type { ToDeliver } from './api.ts';

const id = '019a0000-0000-7000-8000-000000000001';
const answers = { fname: 'Mickey', lname: 'Mouse' };

function createWorld(...replies: ((sent: Sent) => Reply)[]) {
  const world = createFakeWorld();
  world.signedIn();
  world.answers(...replies);
  const { api, session } = world.open();
  return {
    ...world,
    session,
    api,
    submit: (more = {}) => api.deliver({ ...parcel, ...more }),
  };
}

const parcel: ToDeliver = {
  id,
  entry: id,
  does: 'submit',
  form: 'pwausers',
  formVersion: 2,
  author: mickey.username,
  answers,
};

const told = (sent: Sent) => ({ status: 200, body: { ...stored(sent), id } });
const nothing: Sent = { headers: new Headers(), method: '', url: '', body: answers };

const always =
  (status: number, body: unknown = {}) =>
  () => ({ status, body });

test('an entry is posted with the id token, its id as the idempotency key, and its form’s version', async () => {
  const { submit, sent } = createWorld(delivered);
  const submitted = await submit();
  expect(submitted.ok && submitted.value?.receipt).toEqual({
    PwaUserId: 'AZqK3l2FcPqQx0b6n8sT1w',
    Message: 'Successfully added user!',
  });
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    method: 'POST',
    url: 'https://api.example/v1/pwausers',
    body: answers,
  });
  expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
    authorization: 'token-0',
    'content-type': 'application/json',
    'form-version': '2',
    'idempotency-key': id,
  });
});

test('an entry that was there already counts as delivered', async () => {
  const { submit } = createWorld((sent) => ({ status: 200, body: stored(sent) }));
  expect((await submit()).ok).toBe(true);
});

test('a refused token is renewed once, and the request sent again', async () => {
  const { submit, sent } = createWorld(always(401, { message: 'Unauthorized' }), delivered);
  expect((await submit()).ok).toBe(true);
  expect(sent.map((it) => it.headers.get('Authorization'))).toEqual(['token-0', 'token-1']);
  expect(sent.map((it) => it.headers.get('Idempotency-Key'))).toEqual([id, id]);
});

test('a person whose new token is refused too has to sign in again', async () => {
  const { submit, session } = createWorld(always(401), always(401));
  expect(await submit()).toEqual({ ok: false, problem: { is: 'signed-out' } });
  expect(session.person()?.lapsed).toBe(true);
});

test('nothing is sent for a person whose session has ended', async () => {
  const { submit, cognito, sent } = createWorld();
  cognito.expire();
  expect(await submit()).toEqual({ ok: false, problem: { is: 'signed-out' } });
  expect(sent).toEqual([]);
});

test('nothing is sent with another person’s token', async () => {
  const { submit, sent } = createWorld();
  expect(await submit({ author: 'minnie-2' })).toEqual({
    ok: false,
    problem: { is: 'signed-out' },
  });
  expect(sent).toEqual([]);
});

test('a change says which version it is made to; taking back does not depend on one', async () => {
  const { submit, sent } = createWorld(
    told,
    always(200, { deleted: true }),
    told,
    always(200, { deleted: true }),
  );
  const changes = ['revise', 'withdraw', 'restore', 'erase'] as const;
  for (const does of changes) {
    const body = does === 'revise' ? { answers } : { answers: undefined };
    expect((await submit({ does, id: 'change-1', ifVersion: 3, ...body })).ok).toBe(true);
  }
  expect(
    sent.map(({ method, url, headers }) => [
      method,
      url.replace('https://api.example', '').replace(id, 'it'),
      headers.get('If-Match'),
    ]),
  ).toEqual([
    ['PUT', '/v1/pwausers/it', '"3"'],
    ['DELETE', '/v1/pwausers/it', null],
    ['POST', '/v1/pwausers/it/restore', null],
    ['DELETE', '/v1/pwausers/it?permanent=true', null],
  ]);
});

test('a conflict carries the entry as somebody else has made it', async () => {
  const current = { ...stored(nothing), id, version: 4 };
  const { submit } = createWorld(always(412, { code: 'stale', title: 'Changed', current }));
  expect(await submit({ does: 'revise', ifVersion: 3 })).toMatchObject({
    ok: false,
    problem: { is: 'refused', code: 'stale', current: { id, version: 4 } },
  });
});

test('a server that names the time is asked again after that time', async () => {
  for (const [header, retryAfter] of [
    ['3', 3000],
    ['soon', undefined],
    ['Fri, 20 Nov 2026 09:41:00 GMT', undefined],
  ] as const) {
    const { submit } = createWorld(() => ({ status: 429, body: {}, retryAfter: header }));
    const failure = await submit();
    expect(!failure.ok && failure.problem).toEqual({
      is: 'unreachable',
      ...(retryAfter && { retryAfter }),
    });
  }
});

test('no network, a crash, a throttle and a café’s own page all mean: not yet', async () => {
  const later: ((sent: Sent) => Reply)[] = [
    () => 'no network',
    ...[408, 425, 429, 500, 502, 503, 504].map((status) => always(status)),
    always(200, '<html>Accept our terms</html>'),
    always(404, '<html>Not found</html>'),
    always(200, '{"id":'),
    always(200, stored(nothing)),
  ];
  for (const reply of later) {
    const { submit } = createWorld(reply);
    expect(await submit()).toMatchObject({ ok: false, problem: { is: 'unreachable' } });
  }
});

const isBroken = async (reply: (sent: Sent) => Reply) => {
  const submitted = await createWorld(reply).submit();
  const { problem } = submitted.ok ? {} : submitted;
  return problem?.is === 'unreachable' && problem.because === 'failed';
};

test('an error of our own API is told apart from a network that is not there', async () => {
  const internal = { code: 'internal', title: 'Something went wrong on our side' };
  expect(await isBroken(always(500, internal))).toBe(true);
  expect(await isBroken(always(502, { message: 'Internal server error' }))).toBe(true);
  for (const reply of [() => 'no network' as const, always(502, '<html>Bad gateway</html>')])
    expect(await isBroken(reply)).toBe(false);
});

test('a refusal carries the server’s words, and only complaints that are ones', async () => {
  const complaint = { field: 'fname', message: 'Enter your first name' };
  const body = {
    code: 'invalid',
    title: 'Some answers need another look',
    errors: [complaint, 'x'],
  };
  const { submit } = createWorld(always(422, body));
  expect(await submit()).toEqual({
    ok: false,
    problem: { is: 'refused', code: 'invalid', title: body.title, complaints: [complaint] },
  });
});

test('the gateway’s own refusals, which have no code, are told too', async () => {
  const { submit } = createWorld(always(403, { message: 'Forbidden' }));
  expect(await submit()).toMatchObject({ ok: false, problem: { is: 'refused', code: '' } });
});

test('entries are asked for a page at a time, with the cursor of the page before', async () => {
  const entry = stored(nothing);
  const { api, sent } = createWorld(
    always(200, { items: [entry, 'not an entry'], cursor: 'next' }),
    always(200, { items: [] }),
  );
  const first = await api.list('pwausers');
  expect(first.ok && first.value).toMatchObject({
    entries: [{ id: entry.id, answers }],
    cursor: 'next',
  });
  const second = await api.list('pwausers', { cursor: 'next' });
  expect(second).toEqual({ ok: true, value: { entries: [], cursor: undefined } });
  expect(sent.map((it) => it.url)).toEqual([
    'https://api.example/v1/pwausers?limit=25',
    'https://api.example/v1/pwausers?limit=25&cursor=next',
  ]);
});
