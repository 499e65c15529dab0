import { expect, test } from 'vitest';
import { createDynamo } from './dynamo.ts';
import type { Answered, Sent } from './wire.ts';

const noon = Date.parse('2026-01-01T12:00:00Z');
const refusal = (type: string, status = 400) => ({
  status,
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'No' }),
});
const answer = { status: 200, body: '{"Item":{"a":{"S":"b"}}}' };
const broken = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/** A DynamoDB that answers as it is told, then well; on a clock that stands still. */
function aWorld(answers: (Partial<Answered> | Error)[], random = 1) {
  const sent: Sent[] = [];
  const pauses: number[] = [];
  const dynamo = createDynamo({
    async wire(it) {
      sent.push(it);
      const next = answers.shift() ?? answer;
      if (next instanceof Error) throw next;
      return { status: 200, body: '{}', ...next };
    },
    host: 'dynamodb.us-east-1.amazonaws.com',
    region: 'us-east-1',
    credentials: () => ({ accessKeyId: 'key', secretAccessKey: 'secret' }),
    now: () => noon,
    random: () => random,
    sleep: async (milliseconds) => void pauses.push(milliseconds),
  });
  return { ...dynamo, sent, pauses, get: () => dynamo.call('GetItem', { TableName: 't' }) };
}

test('a call is one signed POST, and its answer is what DynamoDB said', async () => {
  const { get, sent, pauses } = aWorld([]);
  expect(await get()).toEqual({ Item: { a: { S: 'b' } } });
  expect(sent).toMatchObject([
    {
      method: 'POST',
      body: '{"TableName":"t"}',
      headers: {
        'x-amz-target': 'DynamoDB_20120810.GetItem',
        authorization: expect.stringContaining('Credential=key/20260101/us-east-1/dynamodb/'),
      },
    },
  ]);
  expect(pauses).toEqual([]);
});

const silent = Object.assign(new Error('ETIMEDOUT'), { code: 'ETIMEDOUT' });

test.each([
  ['a throttled call', refusal('ThrottlingException')],
  ['a table that is asked too much', refusal('ProvisionedThroughputExceededException')],
  ['too many requests', { status: 429, body: '' }],
  ['a server in trouble', refusal('InternalServerError', 500)],
  ['a gateway in between', { status: 503, body: '<html>' }],
  ['a connection that broke', broken],
])('%s is tried once more, at once', async (_, failure) => {
  const once = aWorld([failure]);
  expect(await once.get()).toHaveProperty('Item');
  expect(once.pauses).toEqual([50]);
  const always = aWorld([failure, failure, failure]);
  await expect(always.get()).rejects.toThrow(Error);
  expect(always.pauses).toEqual([50]);
  expect(always.sent).toHaveLength(2);
});

test('whoever was not answered at all has waited long enough', async () => {
  const { get, sent } = aWorld([silent]);
  await expect(get()).rejects.toThrow('ETIMEDOUT');
  expect(sent).toHaveLength(1);
});

test('a pause may be anything up to its length', async () => {
  const { get, pauses } = aWorld([broken], 0.25);
  await get();
  expect(pauses).toEqual([12.5]);
});

test.each(['ValidationException', 'AccessDeniedException', 'ResourceNotFoundException'])(
  'a %s is not tried again, and keeps its name',
  async (name) => {
    const { get, sent } = aWorld([refusal(name)]);
    await expect(get()).rejects.toMatchObject({ name, status: 400 });
    expect(sent).toHaveLength(1);
  },
);

test('a condition that did not hold brings the item it did not hold for', async () => {
  const Item = { pk: { S: 'a' } };
  const { call } = aWorld([
    {
      status: 400,
      body: JSON.stringify({ __type: 'c#ConditionalCheckFailedException', Message: 'no', Item }),
    },
  ]);
  await expect(call('PutItem', {})).rejects.toMatchObject({
    name: 'ConditionalCheckFailedException',
    Item,
  });
});

test('a signature that is wrong is not tried again', async () => {
  const { get, sent } = aWorld([refusal('InvalidSignatureException')]);
  await expect(get()).rejects.toMatchObject({ name: 'InvalidSignatureException' });
  expect(sent).toHaveLength(1);
});

test('a table in lasting trouble is in the end asked once for each call', async () => {
  const world = aWorld(Array.from({ length: 200 }, () => broken));
  for (let n = 0; n < 60; n += 1) await world.get().catch(() => {});
  const before = world.sent.length;
  await world.get().catch(() => {});
  expect(world.sent.length - before).toBe(1);
});

test('connecting asks for nothing, and does not mind being refused', async () => {
  const { connect, sent } = aWorld([broken]);
  await connect();
  expect(sent).toEqual([{ method: 'GET', headers: { host: 'dynamodb.us-east-1.amazonaws.com' } }]);
});
