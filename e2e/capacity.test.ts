import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs, type Person } from './person.ts';
import { openWorld, type World } from './world.ts';

/** As DynamoDB's own ReturnConsumedCapacity tells it, and the function's log after it. */
type Line = { requestId: string; route: string; readUnits: number; writeUnits: number };

const mickey = { fname: 'Mickey', lname: 'Mouse' };
const json = { 'Content-Type': 'application/json' };
let world: World;
let person: Person;
let id: string;

beforeAll(async () => {
  world = await openWorld();
  person = await signInAs(world.cloud, 'mickey@example.com', ['owners']);
});

afterAll(() => world[Symbol.asyncDispose]());

const submit = () => person.submit('pwausers', mickey, { 'Idempotency-Key': id });
const revise = (version: number, key: string = randomUUID()) =>
  person.send('PUT', `pwausers/${id}`, {
    headers: { ...json, 'If-Match': `"${version}"`, 'Idempotency-Key': key },
    body: JSON.stringify({ ...mickey, lname: `Mouse ${version}` }),
  });
const withdraw = (query = '') => person.send('DELETE', `pwausers/${id}${query}`);

/**
 * A refused write does not say what it cost; the function counts the one unit AWS bills for it.
 * What has been done to the entry already, what is done now, and what that consumes.
 */
const prices: [string, (() => Promise<unknown>)[], () => Promise<Response>, object][] = [
  ['submitting', [], submit, { readUnits: 1, writeUnits: 2 }],
  ['submitting again', [submit], submit, { readUnits: 1, writeUnits: 1 }],
  [
    'submitting what does not parse',
    [],
    () => person.submit('pwausers', {}),
    { readUnits: 0, writeUnits: 0 },
  ],
  ['listing', [submit], () => person.get('pwausers?limit=5'), { readUnits: 1, writeUnits: 0 }],
  ['reading', [submit], () => person.get(`pwausers/${id}`), { readUnits: 1, writeUnits: 0 }],
  ['revising', [submit], () => revise(1), { readUnits: 1, writeUnits: 2 }],
  [
    'revising again',
    [submit, () => revise(1, id.replace(/^./, '1'))],
    () => revise(1, id.replace(/^./, '1')),
    { readUnits: 1, writeUnits: 0 },
  ],
  ['revising a stale version', [submit], () => revise(7), { readUnits: 1, writeUnits: 0 }],
  ['withdrawing', [submit], withdraw, { readUnits: 1, writeUnits: 3 }],
  [
    'withdrawing for good',
    [submit],
    () => withdraw('?permanent=true'),
    { readUnits: 1, writeUnits: 3 },
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
    { readUnits: 0.5, writeUnits: 0 },
  ],
];

test.each(prices)('%s costs what it must, and no more', async (_, before, act, units) => {
  id = `2${randomUUID().slice(1)}`;
  for (const step of before) await step();
  const response = await act();
  const requestId = response.headers.get('x-amzn-RequestId');
  const line = world.log.flatMap(lineIn).find((it) => it.requestId === requestId);
  expect(line).toMatchObject(units);
});

function lineIn(logged: string): Line[] {
  const json = /\{"requestId".*\}$/.exec(logged)?.[0];
  return json === undefined ? [] : [JSON.parse(json) as Line];
}
