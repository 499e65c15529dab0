import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDynamo, type Call } from './dynamo.ts';
import { sdkCall } from './oracle.contract.ts';
import { createWire } from './wire.ts';

/** How often each table was asked for; a table's name says how its server fares. */
const asked = new Map<string, number>();

const server = createServer((request, response) => {
  let body = '';
  request.on('data', (more) => (body += String(more)));
  request.on('end', () => {
    const { TableName } = JSON.parse(body) as { TableName: string };
    asked.set(TableName, (asked.get(TableName) ?? 0) + 1);
    const [, status = '', type = ''] = TableName.split('_');
    if (status === 'reset') return request.socket.destroy();
    response.writeHead(Number(status), { 'content-type': 'application/x-amz-json-1.0' });
    response.end(type === 'html' ? '<html></html>' : JSON.stringify({ __type: `x#${type}` }));
  });
});
let url: URL;
let theirs: Call;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  theirs = sdkCall(url.href, 2);
});

afterAll(() => server.close());

/** With no connection yet: a failure on one that was used before is no attempt, and not the SDK's business. */
const ours = () =>
  createDynamo({
    wire: createWire(url, { patience: 3000 }),
    host: url.host,
    region: 'us-east-1',
    credentials: () => ({ accessKeyId: 'test', secretAccessKey: 'test' }),
    now: Date.now,
    random: () => 0,
    sleep,
  }).call;

test.concurrent.each([
  ['400', 'ConditionalCheckFailedException'],
  ['400', 'ProvisionedThroughputExceededException'],
  ['400', 'ThrottlingException'],
  ['400', 'RequestLimitExceeded'],
  ['400', 'LimitExceededException'],
  ['400', 'ValidationException'],
  ['400', 'AccessDeniedException'],
  ['400', 'ResourceNotFoundException'],
  ['400', 'ItemCollectionSizeLimitExceededException'],
  ['400', 'TransactionConflictException'],
  ['400', 'UnrecognizedClientException'],
  ['400', 'ExpiredTokenException'],
  ['400', 'InvalidSignatureException'],
  ['500', 'InternalServerError'],
  ['503', 'ServiceUnavailable'],
  ['502', 'html'],
  ['504', 'html'],
  ['429', 'html'],
  ['reset', ''],
])(
  '%s %s is tried again where the AWS SDK tries again, and told by the same name',
  async (...how) => {
    const by = async (who: string, call: Call) => {
      const TableName = [who, ...how].join('_');
      const error: unknown = await call('GetItem', { TableName, Key: { pk: { S: 'a' } } }).catch(
        (error: unknown) => error,
      );
      // What AWS has not named, the two name as they like.
      const name = how[1]?.endsWith('n') && (error as Error).name;
      return { tries: asked.get(TableName), name };
    };
    expect(await by('ours', ours())).toEqual(await by('theirs', theirs));
  },
);
