import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, onTestFinished, test } from 'vitest';
import { startEngine } from './engine.ts';
import { ensureTables } from './ensure-tables.ts';
import type { Callers } from '../iam/iam-caller.ts';
import { startAuthorizingProxy, type AuthorizingProxy } from './authorizing-proxy.ts';
import type { Statement } from '../iam/policy-statement.ts';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/Entries';
const may = (actions: string[], Resource: string | string[] = table): Statement => ({
  Effect: 'Allow',
  Action: actions.map((action) => `dynamodb:${action}`),
  Resource,
});

const key = (AttributeName: string): object[] => [{ AttributeName, KeyType: 'HASH' }];

type TestProxy = {
  readonly client: DynamoDBClient;
  readonly proxy: AuthorizingProxy;
  readonly logged: string[];
};

function clientOf({ url }: AuthorizingProxy, accessKeyId: string): DynamoDBClient {
  const client = new DynamoDBClient({
    endpoint: url,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey: 'any' },
  });
  onTestFinished(() => client.destroy());
  return client;
}

async function proxyTo(engineUrl: string, statements: Statement[]): Promise<TestProxy> {
  const logged: string[] = [];
  const caller = { roleName: 'ApiRole', functionName: 'api', statements };
  const callers = (): Callers => new Map([['ASIAAPI', caller]]);
  const log = (line: string): void => void logged.push(line);
  const proxy = await startAuthorizingProxy({ engineUrl, callers, log });
  onTestFinished(proxy.close);
  return { client: clientOf(proxy, 'ASIAAPI'), proxy, logged };
}

/** A function with these permissions, a proxy, and an engine with the table `Entries`. */
async function functionThat(...statements: Statement[]): Promise<TestProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-iam-'));
  const engine = await startEngine({ databaseFile: join(folder, 'local.db') });
  onTestFinished(engine.close);
  const properties = {
    AttributeDefinitions: ['pk', 'formKey'].map((AttributeName) => ({
      AttributeName,
      AttributeType: 'S',
    })),
    KeySchema: key('pk'),
    GlobalSecondaryIndexes: [
      { IndexName: 'byForm', KeySchema: key('formKey'), Projection: { ProjectionType: 'ALL' } },
    ],
  };
  const entries = { path: 'Entries', type: 'AWS::DynamoDB::Table', id: 'Entries', properties };
  await ensureTables(engine.url, [entries]);
  return proxyTo(engine.url, statements);
}

const Key = { pk: { S: 'user#ada' } };
const Item = { ...Key, formKey: { S: 'form#ride' }, answer: { S: 'a secret answer' } };
const put = new PutItemCommand({ TableName: 'Entries', Item });
const get = new GetItemCommand({ TableName: 'Entries', Key });
const queryTable = new QueryCommand({
  TableName: 'Entries',
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': Key.pk },
});
const queryIndex = new QueryCommand({
  TableName: 'Entries',
  IndexName: 'byForm',
  KeyConditionExpression: 'formKey = :form',
  ExpressionAttributeValues: { ':form': Item.formKey },
});
const transaction = new TransactWriteItemsCommand({
  TransactItems: [
    { Put: { TableName: 'Entries', Item } },
    { Delete: { TableName: 'Entries', Key: { pk: { S: 'user#bob' } } } },
  ],
});

test('permitted calls succeed', async () => {
  const { client, logged } = await functionThat(may(['PutItem', 'GetItem', 'Query']));
  await client.send(put);
  expect((await client.send(get)).Item).toEqual(Item);
  expect((await client.send(queryTable)).Items).toEqual([Item]);
  expect(logged).toEqual([]);
});

test('other calls are denied with AWS’s message', async () => {
  const { client } = await functionThat(may(['PutItem', 'GetItem']));
  await expect(client.send(queryTable)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      'User: arn:aws:sts::000000000000:assumed-role/ApiRole/api is not authorized to perform: ' +
      'dynamodb:Query on resource: arn:aws:dynamodb:us-east-1:000000000000:table/Entries ' +
      'because no identity-based policy allows the dynamodb:Query action',
    $metadata: { httpStatusCode: 400 },
  });
});

test('a denied call has no effect', async () => {
  const { client } = await functionThat(may(['GetItem']));
  await expect(client.send(put)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect((await client.send(get)).Item).toBeUndefined();
});

test('querying an index needs permission for the index, not only for the table', async () => {
  const onTable = await functionThat(may(['PutItem', 'Query']));
  await onTable.client.send(put);
  await expect(onTable.client.send(queryIndex)).rejects.toThrow(`${table}/index/byForm`);

  const onBoth = await functionThat(may(['PutItem', 'Query'], [table, `${table}/index/*`]));
  await onBoth.client.send(put);
  expect((await onBoth.client.send(queryIndex)).Items).toEqual([Item]);
});

test('a transaction needs permission for each of its actions', async () => {
  const half = await functionThat(may(['PutItem', 'GetItem']));
  await expect(half.client.send(transaction)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: expect.stringContaining('dynamodb:DeleteItem') as unknown,
  });
  expect((await half.client.send(get)).Item).toBeUndefined();

  const whole = await functionThat(may(['PutItem', 'DeleteItem', 'GetItem']));
  await whole.client.send(transaction);
  expect((await whole.client.send(get)).Item).toEqual(Item);
});

test('a denial is logged with function, action and resource, and without the call’s data', async () => {
  const { client, logged } = await functionThat();
  await expect(client.send(put)).rejects.toThrow();
  expect(logged).toHaveLength(1);
  expect(logged[0]).toContain(
    `api is not authorized to perform: dynamodb:PutItem on resource: ${table}`,
  );
  expect(logged[0]).not.toMatch(/secret|ada/);
});

test('an unknown access key is refused', async () => {
  const { proxy } = await functionThat(may(['*'], '*'));
  await expect(clientOf(proxy, 'ASIASTRANGER').send(put)).rejects.toMatchObject({
    name: 'UnrecognizedClientException',
    message: 'The security token included in the request is invalid.',
  });
});

test('a call without a signature is refused', async () => {
  const { proxy } = await functionThat(may(['*'], '*'));
  const response = await fetch(proxy.url, { method: 'POST', body: '{}' });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('MissingAuthenticationTokenException');
});

test('a body that is not JSON is refused and not logged', async () => {
  const { proxy, logged } = await functionThat(may(['*'], '*'));
  const response = await fetch(proxy.url, {
    method: 'POST',
    headers: { authorization: 'AWS4-HMAC-SHA256 Credential=ASIAAPI/x', 'x-amz-target': 'any' },
    body: 'a secret answer',
  });
  expect(await response.text()).toContain('SerializationException');
  expect(logged).toEqual([]);
});

test("the engine's own errors are passed on unchanged", async () => {
  const { client } = await functionThat(may(['PutItem']));
  const onlyNew = new PutItemCommand({
    TableName: 'Entries',
    Item,
    ConditionExpression: 'attribute_not_exists(pk)',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  await client.send(onlyNew);
  await expect(client.send(onlyNew)).rejects.toMatchObject({
    name: 'ConditionalCheckFailedException',
    Item,
  });
});

test('an unsupported policy fails the call and is named', async () => {
  const Condition = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } };
  const { client, logged } = await functionThat({ ...may(['PutItem']), Condition });
  await expect(client.send(put)).rejects.toMatchObject({
    name: 'NotSupportedLocally',
    message: expect.stringContaining('StringEquals') as unknown,
  });
  expect(logged[0]).toContain('StringEquals');
});

test('an engine that has stopped is a retryable error', async () => {
  const { client } = await proxyTo('http://127.0.0.1:9', [may(['PutItem'])]);
  await expect(client.send(put)).rejects.toMatchObject({
    name: 'InternalServerError',
    $metadata: { httpStatusCode: 500 },
  });
});
