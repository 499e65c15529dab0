import type { APIGatewayProxyEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createMemoryFileStore } from '#core/testing/memory-file-store.ts';
import { createMemoryStore } from '#core/testing/memory-store.ts';
import { feedbackForm } from '#core/testing/feedback-form.ts';
import { solvedPuzzle } from '../../../tools/testing/solved-puzzle.ts';
import { anEvent, createInMemoryApi } from '../../testing/in-memory-api.ts';

const form = { ...feedbackForm, shield: { perHour: { device: 1 } } };
const formById = (id: string) => (id === form.id ? form : undefined);
const now = () => new Date('2026-03-31T12:30:00Z');

const deviceKey = 'a'.repeat(43);

/** As the app does before it sends an entry. */
function solve(id: unknown): string {
  return typeof id === 'string'
    ? solvedPuzzle({ form: 'feedback', entry: id, deviceKey }, today)
    : '';
}

const today = '2026-03-31';

const idOf = (number: number) => `019b0000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Both functions on one table. */
function aBackend() {
  const store = createMemoryStore();
  const files = createMemoryFileStore(now);
  const asDevice = createInMemoryApi(now, store, files, formById, 'devices');
  const asPerson = createInMemoryApi(now, store, files, formById, 'accounts');
  const asOwner = (httpMethod: string, path: string, body: unknown = null, groups = 'owners') =>
    asPerson({
      ...anEvent({ httpMethod, path: path.split('?')[0] ?? '' }, 'olivia', groups),
      queryStringParameters: Object.fromEntries(new URLSearchParams(path.split('?')[1])),
      body: body === null ? null : JSON.stringify(body),
    });
  return {
    asOwner,
    device: (
      httpMethod: string,
      path: string,
      { body = null, ...headers }: { readonly body?: object | null; [name: string]: unknown } = {},
    ) =>
      asDevice({
        ...anEvent({ httpMethod, path: `/open/feedback${path}` }),
        body: body && JSON.stringify(body),
        requestContext: { identity: { sourceIp: '203.0.113.7' } },
        headers: {
          'content-type': 'application/json',
          'Device-Key': deviceKey,
          Shield: solve(headers['Idempotency-Key']),
          ...headers,
        },
      } as unknown as APIGatewayProxyEvent),
    responses: async (query = '') => {
      const { body } = await asOwner('GET', `/feedback/responses${query}`);
      return (body['items'] as Sent[]).map(({ id, onHold, version }) => [
        Number(id.slice(-2)),
        version,
        onHold,
      ]);
    },
  };
}

type Sent = {
  readonly id: string;
  readonly username: string;
  readonly version: number;
  readonly onHold?: readonly string[];
};

/** A device sends more than the form expects. */
async function sendTooMany(count = 3) {
  const backend = aBackend();
  const sent: Sent[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { statusCode, body } = await backend.device('POST', '', {
      body: { comment: 'Fine' },
      'Idempotency-Key': idOf(number),
    });
    expect(statusCode).toBe(201);
    sent.push(body as unknown as Sent);
  }
  const keys = sent.map(({ username, id }) => ({ username, id }));
  return { ...backend, sent, keys };
}

test('whoever sends too much notices nothing, and owners see it only when they ask for it', async () => {
  const { sent, device, responses } = await sendTooMany();
  expect(sent.map((it) => Object.keys(it).toSorted())).toEqual(
    sent.map(() => Object.keys(sent[0] ?? {}).toSorted()),
  );
  expect(JSON.stringify(sent)).not.toMatch(/hold|rate/);
  expect(await responses()).toEqual([[1, 1, undefined]]);
  expect(await responses('?onHold=true')).toEqual([
    [3, 1, ['device-rate']],
    [2, 1, ['device-rate']],
  ]);
  const own = await device('GET', '');
  expect(own.body['items']).toHaveLength(3);
  expect(JSON.stringify(own.body)).not.toMatch(/hold|rate/);
});

test('a repeated submission is answered like the first, whether it is on hold or not', async () => {
  const { device, responses } = await sendTooMany();
  for (const number of [1, 2]) {
    const again = { body: { comment: 'Fine' }, 'Idempotency-Key': idOf(number) };
    expect(await device('POST', '', again)).toMatchObject({ statusCode: 200 });
  }
  expect(await responses()).toEqual([[1, 1, undefined]]);
});

test('owners release entries, which are responses then, and can still be changed by their author', async () => {
  const { keys, asOwner, device, responses } = await sendTooMany();
  const release = () => asOwner('POST', '/feedback/responses/release', { entries: keys });
  expect(await release()).toMatchObject({ statusCode: 200, body: { released: 2 } });
  expect(await release()).toMatchObject({ statusCode: 200, body: { released: 0 } });
  expect(await responses('?onHold=true')).toEqual([]);
  const change = { body: { comment: 'Better' }, 'If-Match': '"1"' };
  expect(await device('PUT', `/${idOf(2)}`, change)).toMatchObject({ statusCode: 200 });
  expect(await responses()).toEqual([
    [3, 1, undefined],
    [2, 2, undefined],
    [1, 1, undefined],
  ]);
});

test('owners erase entries on hold, and no others', async () => {
  const { keys, asOwner, device, responses } = await sendTooMany();
  const erase = () => asOwner('POST', '/feedback/responses/erasure', { entries: keys });
  expect(await erase()).toMatchObject({ statusCode: 200, body: { erased: 2 } });
  expect(await erase()).toMatchObject({ statusCode: 200, body: { erased: 0 } });
  expect(await responses('?onHold=true')).toEqual([]);
  expect(await responses()).toEqual([[1, 1, undefined]]);
  const again = { body: { comment: 'Fine' }, 'Idempotency-Key': idOf(2) };
  expect(await device('POST', '', again)).toMatchObject({ statusCode: 410 });
});

test('nobody else may do either, and counts and lists leave out what is on hold', async () => {
  const { keys, asOwner, device, responses } = await sendTooMany();
  for (const action of ['release', 'erasure']) {
    const path = `/feedback/responses/${action}`;
    const denied = await asOwner('POST', path, { entries: keys }, 'staff');
    expect(denied).toMatchObject({ statusCode: 403, body: { code: 'forbidden' } });
    const asDevice = await device('POST', `/responses/${action}`, { body: { entries: keys } });
    expect(asDevice.statusCode).toBe(404);
  }
  expect(await responses('?onHold=true')).toHaveLength(2);
  const { body } = await asOwner('GET', '/feedback/summary');
  expect(body).toMatchObject({ count: 1 });
});

test.each([
  [{}],
  [{ entries: [] }],
  [{ entries: 'all' }],
  [{ entries: [{ username: 'open#ada' }] }],
  [{ entries: [{ username: 'open#ada', id: 'secret' }] }],
  [{ entries: [{ username: '', id: idOf(1) }] }],
  [{ entries: Array.from({ length: 51 }, () => ({ username: 'open#ada', id: idOf(1) })) }],
])('a list of entries that is none is refused and not echoed: %.30j', async (body) => {
  const { asOwner } = aBackend();
  const answer = await asOwner('POST', '/feedback/responses/release', body);
  expect(answer).toMatchObject({ statusCode: 400, body: { code: 'invalid_parameter' } });
  expect(JSON.stringify(answer.body)).not.toMatch(/secret|open#/);
});

test('an absurd number is refused with Retry-After, and nothing of it is stored', async () => {
  const { device, responses } = await sendTooMany(10);
  const refused = await device('POST', '', {
    body: { comment: 'Fine' },
    'Idempotency-Key': idOf(11),
  });
  expect(refused).toMatchObject({
    statusCode: 429,
    body: { code: 'too_many' },
    headers: { 'Retry-After': '1800' },
  });
  expect(await responses('?onHold=true')).toHaveLength(9);
});

test('answers that the form does not accept are refused before anything is counted', async () => {
  const { device, responses } = aBackend();
  for (const body of [{}, { comment: 7 }, { comment: 'x'.repeat(10_000) }])
    expect((await device('POST', '', { body })).statusCode).toBeOneOf([413, 422]);
  await device('POST', '', { body: { comment: 'Fine' }, 'Idempotency-Key': idOf(1) });
  expect(await responses()).toEqual([[1, 1, undefined]]);
});

test.each([
  ['none', () => ''],
  ['one of another entry', () => solve(idOf(9))],
  ['a cheap one', () => `puzzle=${today}.1`],
  [
    'one of a month ago',
    () => solvedPuzzle({ form: 'feedback', entry: idOf(1), deviceKey }, '2026-02-28'),
  ],
  ['nonsense', () => `puzzle=${'x'.repeat(5000)}`],
])(
  'an entry with %s as the solution of its puzzle is on hold, and its sender does not notice',
  async (_, shield) => {
    const { device, responses } = aBackend();
    const sent = await device('POST', '', {
      body: { comment: 'Fine' },
      'Idempotency-Key': idOf(1),
      Shield: shield(),
    });
    expect(sent.statusCode).toBe(201);
    expect(JSON.stringify(sent.body)).not.toMatch(/puzzle|hold/);
    expect(await responses()).toEqual([]);
    expect(await responses('?onHold=true')).toEqual([[1, 1, ['puzzle']]]);
  },
);
