import { expect, test } from 'vitest';
import {
  createAppFixture,
  delivered,
  stored,
  type Reply,
  type Sent,
} from '../../testing/app-fixture.tsx';
import { mickey } from '../../testing/fake-cognito.ts';
import type { ChangeToSend } from './deliver.ts';

const id = '019a0000-0000-7000-8000-000000000001';
const answers = { fname: 'Mickey', lname: 'Mouse' };

function createFixture(...replies: ((sent: Sent) => Reply)[]) {
  const fixture = createAppFixture();
  fixture.signedIn();
  fixture.answers(...replies);
  const { api, session } = fixture.open();
  return {
    ...fixture,
    session,
    submit: (more = {}) => api.deliver({ ...change, ...more }),
  };
}

const change: ChangeToSend = {
  id,
  entry: id,
  kind: 'submit',
  form: 'pwausers',
  formVersion: 2,
  author: mickey.username,
  answers,
};

const replyWithEntry = (sent: Sent) => ({ status: 200, body: { ...stored(sent), id } });
const nothing: Sent = { headers: new Headers(), method: '', url: '', body: answers };

const always =
  (status: number, body: unknown = {}) =>
  () => ({ status, body });

test('an entry is posted with the ID token, its id as the idempotency key, and its form’s version', async () => {
  const { submit, sent } = createFixture(delivered);
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

test('an entry that the server already has counts as delivered', async () => {
  const { submit } = createFixture((sent) => ({ status: 200, body: stored(sent) }));
  expect((await submit()).ok).toBe(true);
});

test('a refused token is renewed once, and the request is sent again', async () => {
  const { submit, sent } = createFixture(always(401, { message: 'Unauthorized' }), delivered);
  expect((await submit()).ok).toBe(true);
  expect(sent.map((it) => it.headers.get('Authorization'))).toEqual(['token-0', 'token-1']);
  expect(sent.map((it) => it.headers.get('Idempotency-Key'))).toEqual([id, id]);
});

test('a person whose new token is refused as well has to sign in again', async () => {
  const { submit, session } = createFixture(always(401), always(401));
  expect(await submit()).toEqual({ ok: false, problem: { is: 'signed-out' } });
  expect(session.person()?.sessionExpired).toBe(true);
});

test('nothing is sent for a person whose session has ended', async () => {
  const { submit, cognito, sent } = createFixture();
  cognito.expire();
  expect(await submit()).toEqual({ ok: false, problem: { is: 'signed-out' } });
  expect(sent).toEqual([]);
});

test('nothing is sent with another person’s token', async () => {
  const { submit, sent } = createFixture();
  expect(await submit({ author: 'minnie-2' })).toEqual({
    ok: false,
    problem: { is: 'signed-out' },
  });
  expect(sent).toEqual([]);
});

test('a revision names the version it is based on; the other changes do not', async () => {
  const { submit, sent } = createFixture(
    replyWithEntry,
    always(200, { withdrawn: true, deleted: true }),
    replyWithEntry,
    always(200, { withdrawn: true, deleted: true }),
  );
  const changes = ['revise', 'withdraw', 'restore', 'erase'] as const;
  for (const kind of changes) {
    const body = kind === 'revise' ? { answers } : { answers: undefined };
    expect((await submit({ kind, id: 'change-1', ifVersion: 3, ...body })).ok).toBe(true);
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

test.each(['withdraw', 'erase'] as const)(
  'an API that is older than the app confirms %s with its earlier word',
  async (kind) => {
    const { submit } = createFixture(always(200, { deleted: true }), always(200, {}));
    const change = { kind, id: 'change-1', answers: undefined };
    expect((await submit(change)).ok).toBe(true);
    expect((await submit(change)).ok).toBe(false);
  },
);

test('a conflict comes with the current entry', async () => {
  const current = { ...stored(nothing), id, version: 4 };
  const { submit } = createFixture(always(412, { code: 'stale', title: 'Changed', current }));
  expect(await submit({ kind: 'revise', ifVersion: 3 })).toMatchObject({
    ok: false,
    problem: { is: 'refused', code: 'stale', current: { id, version: 4 } },
  });
});

test('Retry-After is reported in milliseconds', async () => {
  for (const [header, retryAfter] of [
    ['3', 3000],
    ['soon', undefined],
    ['Fri, 20 Nov 2026 09:41:00 GMT', undefined],
  ] as const) {
    const { submit } = createFixture(() => ({ status: 429, body: {}, retryAfter: header }));
    const failure = await submit();
    expect(!failure.ok && failure.problem).toEqual({
      is: 'unreachable',
      ...(retryAfter && { retryAfter }),
    });
  }
});

test('no network, a crash, throttling and a captive portal all mean: try later', async () => {
  const later: ((sent: Sent) => Reply)[] = [
    () => 'no network',
    ...[408, 425, 429, 500, 502, 503, 504].map((status) => always(status)),
    always(200, '<html>Accept our terms</html>'),
    always(404, '<html>Not found</html>'),
    always(200, '{"id":'),
    always(200, stored(nothing)),
  ];
  for (const reply of later) {
    const { submit } = createFixture(reply);
    expect(await submit()).toMatchObject({ ok: false, problem: { is: 'unreachable' } });
  }
});

const isBroken = async (reply: (sent: Sent) => Reply) => {
  const submitted = await createFixture(reply).submit();
  const { problem } = submitted.ok ? {} : submitted;
  return problem?.is === 'unreachable' && problem.because === 'failed';
};

test('an error of our API is distinguished from a missing network', async () => {
  const internal = { code: 'internal', title: 'Something went wrong on our side' };
  expect(await isBroken(always(500, internal))).toBe(true);
  expect(await isBroken(always(502, { message: 'Internal server error' }))).toBe(true);
  for (const reply of [() => 'no network' as const, always(502, '<html>Bad gateway</html>')])
    expect(await isBroken(reply)).toBe(false);
});

test('a problem comes with the server’s title, and with valid issues only', async () => {
  const issue = { field: 'fname', message: 'Enter your first name' };
  const body = {
    code: 'invalid',
    title: 'Some answers need another look',
    errors: [issue, 'x'],
  };
  const { submit } = createFixture(always(422, body));
  expect(await submit()).toEqual({
    ok: false,
    problem: { is: 'refused', code: 'invalid', title: body.title, issues: [issue] },
  });
});

test('the gateway’s own problems, which have no code, are reported too', async () => {
  const { submit } = createFixture(always(403, { message: 'Forbidden' }));
  expect(await submit()).toMatchObject({ ok: false, problem: { is: 'refused', code: '' } });
});
