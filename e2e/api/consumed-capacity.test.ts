import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newDevice, type Device } from '../testing/backend/device-without-account.ts';
import { startOpenBackend } from '../testing/backend/open-backend.ts';
import { signInAs, type SignedInPerson } from '../testing/backend/signed-in-person.ts';
import type { TestBackend } from '../testing/backend/test-backend.ts';

/** Capacity as DynamoDB's ReturnConsumedCapacity reports it, and as the function logs it. */
type RequestLog = { requestId: string; route: string; readUnits: number; writeUnits: number };

const mickey = { fname: 'Mickey', lname: 'Mouse' };
const json = { 'Content-Type': 'application/json' };
let backend: TestBackend;
let person: SignedInPerson;
let device: Device;
let id: string;
let username: string;

beforeAll(async () => {
  backend = await startOpenBackend();
  person = await signInAs(backend.cloud, 'mickey@example.com', ['owners']);
  device = await newDevice(backend.cloud);
  const claims = JSON.parse(atob(person.idToken.split('.')[1] ?? '')) as object;
  username = String(Object.entries(claims).find(([name]) => name === 'cognito:username')?.[1]);
});

afterAll(() => backend[Symbol.asyncDispose]());

const submit = () => person.submit('pwausers', mickey, { 'Idempotency-Key': id });
const submitOpen = (headers: Record<string, string> = {}) =>
  device.send('POST', 'pwausers', { body: mickey, headers });
const revise = (version: number, key: string = randomUUID()) =>
  person.send('PUT', `pwausers/${id}`, {
    headers: { ...json, 'If-Match': `"${version}"`, 'Idempotency-Key': key },
    body: JSON.stringify({ ...mickey, lname: `Mouse ${version}` }),
  });
const correct = (version: number) =>
  person.send('PUT', `pwausers/responses/${username}/${id}`, {
    headers: { ...json, 'If-Match': `"${version}"`, 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({ answers: mickey, reason: 'Misspelt' }),
  });
const review = (key: string = randomUUID()) =>
  person.send('POST', `pwausers/responses/${username}/${id}/reviews`, {
    headers: { ...json, 'Idempotency-Key': key },
    body: JSON.stringify({ state: 'sent-back', version: 1, note: 'Why?' }),
  });
const comment = (key: string = randomUUID()) =>
  person.send('POST', `pwausers/responses/${username}/${id}/comments`, {
    headers: { ...json, 'Idempotency-Key': key },
    body: JSON.stringify({ version: 1, text: 'She called.' }),
  });
const takeBack = (key: string) =>
  person.send('DELETE', `pwausers/responses/${username}/${id}/comments/${key}`);
const assign = (to: string | null) =>
  person.send('POST', `pwausers/responses/${username}/${id}/assignments`, {
    headers: { ...json, 'Idempotency-Key': randomUUID() },
    body: JSON.stringify({ to }),
  });
const giveRole = () =>
  person.send('POST', 'pwausers/members', {
    headers: json,
    body: JSON.stringify({ email: 'ada@example.com', role: 'reviewer' }),
  });
const withdraw = (query = '') => person.send('DELETE', `pwausers/${id}${query}`);

/**
 * The requests that come before, the request, and the capacity that it consumes.
 * A rejected write does not report its cost; the function counts the one unit that AWS bills.
 */
const prices: [string, (() => Promise<unknown>)[], () => Promise<Response>, object][] = [
  ['submitting', [], submit, { readUnits: 1, writeUnits: 2 }],
  ['submitting again', [submit], submit, { readUnits: 1, writeUnits: 1 }],
  // The first one of a day makes the key of its counters.
  ['submitting without an account', [submitOpen], submitOpen, { readUnits: 1, writeUnits: 5 }],
  [
    'submitting without an account what is put on hold',
    [submitOpen],
    () => submitOpen({ Shield: 'seconds=40' }),
    { readUnits: 1, writeUnits: 4 },
  ],
  [
    'submitting what does not parse',
    [],
    () => person.submit('pwausers', {}),
    { readUnits: 0, writeUnits: 0 },
  ],
  ['listing', [submit], () => person.get('pwausers?limit=5'), { readUnits: 1, writeUnits: 0 }],
  ['reading', [submit], () => person.get(`pwausers/${id}`), { readUnits: 1, writeUnits: 0 }],
  // In a transaction, twice for the entry and for the version before it, and once for the index.
  ['revising', [submit], () => revise(1), { readUnits: 1, writeUnits: 5 }],
  ['correcting', [submit], () => correct(1), { readUnits: 1, writeUnits: 5 }],
  [
    'listing what an entry has answered',
    [submit, () => revise(1)],
    () => person.get(`pwausers/${id}/versions`),
    { readUnits: 2, writeUnits: 0 },
  ],
  [
    'listing what an entry has answered that was never changed',
    [submit],
    () => person.get(`pwausers/${id}/versions`),
    { readUnits: 1, writeUnits: 0 },
  ],
  [
    'revising again',
    [submit, () => revise(1, id.replace(/^./, '1'))],
    () => revise(1, id.replace(/^./, '1')),
    { readUnits: 1, writeUnits: 0 },
  ],
  ['revising a stale version', [submit], () => revise(7), { readUnits: 1, writeUnits: 0 }],
  // One to find out that nobody has written beside it meanwhile.
  ['withdrawing', [submit], withdraw, { readUnits: 2, writeUnits: 3 }],
  [
    'withdrawing for good',
    [submit],
    () => withdraw('?permanent=true'),
    // Three to find out that it has neither reviews nor comments nor assignments.
    { readUnits: 4, writeUnits: 3 },
  ],
  [
    'restoring',
    [submit, withdraw],
    () => person.send('POST', `pwausers/${id}/restore`),
    { readUnits: 2, writeUnits: 2 },
  ],
  [
    'reading responses',
    [submit],
    () => person.get('pwausers/responses?limit=5'),
    // Half of it to find out in which months the form has shards.
    { readUnits: 1, writeUnits: 0 },
  ],
  ['reviewing', [submit], () => review(), { readUnits: 1, writeUnits: 5 }],
  [
    'reviewing again',
    [submit, () => review(`3${id.slice(1)}`)],
    () => review(`3${id.slice(1)}`),
    { readUnits: 2, writeUnits: 4 },
  ],
  ['commenting', [submit], () => comment(), { readUnits: 1, writeUnits: 5 }],
  ['assigning to nobody', [submit], () => assign(null), { readUnits: 1, writeUnits: 5 }],
  // One more to find out whether that member may see it.
  [
    'assigning to somebody',
    [submit, giveRole],
    () => assign('ada@example.com'),
    { readUnits: 2, writeUnits: 5 },
  ],
  [
    'taking a comment back',
    [submit, () => comment(`3${id.slice(1)}`)],
    () => takeBack(`3${id.slice(1)}`),
    { readUnits: 2, writeUnits: 5 },
  ],
  [
    'reading what was sent back',
    [submit, () => review()],
    () => person.get(`pwausers/${id}`),
    { readUnits: 2, writeUnits: 0 },
  ],
];

test.each(prices)('%s consumes only the capacity it needs', async (_, before, act, units) => {
  id = `2${randomUUID().slice(1)}`;
  for (const step of before) await step();
  const response = await act();
  const requestId = response.headers.get('x-amzn-RequestId');
  const requestLog = backend.log.flatMap(requestLogsIn).find((it) => it.requestId === requestId);
  expect(requestLog).toMatchObject(units);
});

function requestLogsIn(logged: string): RequestLog[] {
  const json = /\{"requestId".*\}$/.exec(logged)?.[0];
  return json === undefined ? [] : [JSON.parse(json) as RequestLog];
}
