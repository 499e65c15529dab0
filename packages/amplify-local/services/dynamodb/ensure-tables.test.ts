import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Properties, Resource } from '../../template/resource.ts';
import { callEngine } from './call-engine.ts';
import { startEngine } from './engine.ts';
import { ensureTables } from './ensure-tables.ts';

async function runningEngine(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-tables-'));
  const engine = await startEngine({ databaseFile: join(folder, 'local.db') });
  onTestFinished(engine.close);
  return engine.url;
}

const text = (AttributeName: string): object => ({ AttributeName, AttributeType: 'S' });
const hash = (AttributeName: string): object => ({ AttributeName, KeyType: 'HASH' });
const range = (AttributeName: string): object => ({ AttributeName, KeyType: 'RANGE' });
const index = (IndexName: string, key: string, ProjectionType = 'ALL'): object => ({
  IndexName,
  KeySchema: [hash(key)],
  Projection: { ProjectionType },
});

function entries(properties: Properties = {}): Resource {
  return {
    path: 'entries/Entries',
    type: 'AWS::DynamoDB::Table',
    id: 'Entries',
    properties: {
      AttributeDefinitions: ['pk', 'sk'].map(text),
      KeySchema: [hash('pk'), range('sk')],
      BillingMode: 'PAY_PER_REQUEST',
      ...properties,
    },
  };
}

const withFormKey = { AttributeDefinitions: ['pk', 'sk', 'formKey'].map(text) };

const whole = entries({
  ...withFormKey,
  GlobalSecondaryIndexes: [index('byForm', 'formKey')],
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
  TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  DeletionProtectionEnabled: false,
  Tags: [{ Key: 'created-by', Value: 'amplify' }],
});

function expiringBy(AttributeName: string, Enabled: boolean): Resource {
  return entries({ TimeToLiveSpecification: { AttributeName, Enabled } });
}

async function describe(url: string): Promise<{ [name: string]: unknown }> {
  const TableName = 'Entries';
  const { Table } = await callEngine<{ Table: object }>(url, 'DescribeTable', { TableName });
  const ttl = await callEngine<object>(url, 'DescribeTimeToLive', { TableName });
  return { ...Table, ...ttl };
}

const put = (url: string): Promise<unknown> =>
  callEngine(url, 'PutItem', {
    TableName: 'Entries',
    Item: { pk: { S: 'user#ada' }, sk: { S: 'entry#1' }, formKey: { S: 'form#ride' } },
  });

const queryByForm = (url: string): Promise<{ Count: number }> =>
  callEngine(url, 'Query', {
    TableName: 'Entries',
    IndexName: 'byForm',
    KeyConditionExpression: 'formKey = :form',
    ExpressionAttributeValues: { ':form': { S: 'form#ride' } },
  });

test('a missing table is created with its keys, index, stream and expiry', async () => {
  const url = await runningEngine();
  await ensureTables(url, [whole]);
  expect(await describe(url)).toMatchObject({
    KeySchema: [hash('pk'), range('sk')],
    GlobalSecondaryIndexes: [index('byForm', 'formKey')],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'expiresAt' },
  });
});

test('an up-to-date table is left alone, including its stream', async () => {
  const url = await runningEngine();
  await ensureTables(url, [whole]);
  await put(url);
  const before = await describe(url);
  await ensureTables(url, [whole]);
  expect(await describe(url)).toEqual({ ...before, ItemCount: 1 });
  expect(await queryByForm(url)).toMatchObject({ Count: 1 });
});

test('other resources are ignored', async () => {
  const url = await runningEngine();
  await ensureTables(url, [{ ...whole, type: 'AWS::Lambda::Function' }]);
  expect(await callEngine(url, 'ListTables', {})).toEqual({ TableNames: [] });
});

test('an index added to the template is created and includes existing items', async () => {
  const url = await runningEngine();
  await ensureTables(url, [entries()]);
  await put(url);
  await ensureTables(url, [whole]);
  expect(await queryByForm(url)).toMatchObject({ Count: 1 });
});

test('an index removed from the template is dropped and the data stays', async () => {
  const url = await runningEngine();
  await ensureTables(url, [whole]);
  await put(url);
  await ensureTables(url, [entries()]);
  await expect(queryByForm(url)).rejects.toThrow();
  expect(await describe(url)).toMatchObject({ ItemCount: 1 });
});

test.each([
  ['keys', [index('byForm', 'sk')], 'from formKey (S), ALL to sk (S), ALL'],
  ['projection', [index('byForm', 'formKey', 'KEYS_ONLY')], 'to formKey (S), KEYS_ONLY'],
])('an index that changes its %s is refused, as in AWS', async (_, changed, message) => {
  const url = await runningEngine();
  await ensureTables(url, [whole]);
  const other = entries({ ...withFormKey, GlobalSecondaryIndexes: changed });
  await expect(ensureTables(url, [other])).rejects.toThrow(message);
});

test('a stream with another view type is replaced', async () => {
  const url = await runningEngine();
  await ensureTables(url, [whole]);
  const StreamSpecification = { StreamViewType: 'KEYS_ONLY' };
  await ensureTables(url, [entries({ StreamSpecification })]);
  expect(await describe(url)).toMatchObject({ StreamSpecification });
  await ensureTables(url, [entries()]);
  expect(await describe(url)).not.toHaveProperty('StreamSpecification');
});

test('expiry is switched to another attribute, or off, as in the template', async () => {
  const url = await runningEngine();
  await ensureTables(url, [whole]);
  await ensureTables(url, [expiringBy('endsAt', true)]);
  expect(await describe(url)).toMatchObject({
    TimeToLiveDescription: { TimeToLiveStatus: 'ENABLED', AttributeName: 'endsAt' },
  });
  await ensureTables(url, [expiringBy('endsAt', false)]);
  expect(await describe(url)).toMatchObject({
    TimeToLiveDescription: { TimeToLiveStatus: 'DISABLED' },
  });
});

test.each([
  ['another key', { KeySchema: [hash('pk')] }, 'its key changed from pk (S), sk (S) to pk (S)'],
  [
    'a key of another type',
    {
      AttributeDefinitions: [text('pk'), { AttributeName: 'sk', AttributeType: 'N' }],
    },
    'from pk (S), sk (S) to pk (S), sk (N)',
  ],
  [
    'another local index',
    {
      ...withFormKey,
      LocalSecondaryIndexes: [
        { ...index('byDay', 'pk'), KeySchema: [hash('pk'), range('formKey')] },
      ],
    },
    'local indexes changed from none to byDay on pk (S), formKey (S)',
  ],
])('%s is refused, because it would lose the data', async (_, changed, message) => {
  const url = await runningEngine();
  await ensureTables(url, [entries()]);
  await put(url);
  const result = ensureTables(url, [entries(changed)]);
  await expect(result).rejects.toThrow(message);
  await expect(result).rejects.toThrow('npm run reset');
  expect(await describe(url)).toMatchObject({ ItemCount: 1 });
});

test('a global table is refused by name', async () => {
  const table = { ...entries(), type: 'AWS::DynamoDB::GlobalTable' };
  await expect(ensureTables('http://nowhere', [table])).rejects.toThrow(
    'entries/Entries: AWS::DynamoDB::GlobalTable',
  );
});

test('an unsupported property that changes a table’s behaviour is refused by name', async () => {
  const table = entries({ ResourcePolicy: {} });
  await expect(ensureTables('http://nowhere', [table])).rejects.toThrow(
    'entries/Entries (AWS::DynamoDB::Table): ResourcePolicy has no local counterpart',
  );
});
