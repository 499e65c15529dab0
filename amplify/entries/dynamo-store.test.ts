import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anEntry, erased, withdrawn } from '#core/entries/sample-entries.contract.ts';
import { describeStore } from '#core/entries/store.contract.ts';
import type { StoredEntry } from '#core/entries/store.ts';
import { startEngine, type Engine } from '../../local/dynamodb/engine.ts';
import { ensureTables } from '../../local/dynamodb/tables.ts';
import { readAssembly } from '../../local/template/assembly.ts';
import { resolveAssembly } from '../../local/template/resolve.ts';
import { synthesize } from '../../local/template/synthesize.ts';
import { createDynamo, type Call } from '../dynamodb/dynamo.ts';
import { sdkCall } from '../dynamodb/oracle.contract.ts';
import { createWire } from '../dynamodb/wire.ts';
import { createDynamoStore } from './dynamo-store.ts';
import { describeTable } from './table.contract.ts';
import { createTable } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-store-'));
let engine: Engine;
let client: DynamoDBDocumentClient;
let table: string;

/** The table as backend.ts declares it, in a real engine. */
beforeAll(async () => {
  const assembly = join(folder, 'cdk.out');
  await synthesize(assembly);
  const { resources } = resolveAssembly(readAssembly(assembly));
  engine = await startEngine({ databaseFile: join(folder, 'data.sqlite') });
  await ensureTables(engine.url, resources);
  table = resources.find(({ type }) => type === 'AWS::DynamoDB::Table')?.id ?? '';
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: engine.url, region: 'us-east-1', credentials }),
  );
});

afterAll(() => engine.close());

const tableBy = (call: Call) => createTable({ call, name: table, spend: () => {} });
const openStore = () => createDynamoStore(tableBy(ownCall()));

describe('with our own client', () => {
  describeTable(() => tableBy(ownCall()));
  describeStore(openStore);
});

describe('with the AWS SDK, the same', () => {
  describeTable(() => tableBy(sdkCall(engine.url)));
  describeStore(() => createDynamoStore(tableBy(sdkCall(engine.url))));
});

function ownCall(): Call {
  const endpoint = new URL(engine.url);
  return createDynamo({
    wire: createWire(endpoint, 3000),
    host: endpoint.host,
    region: 'us-east-1',
    credentials: () => ({ accessKeyId: 'test', secretAccessKey: 'test' }),
    now: Date.now,
    random: Math.random,
    sleep: wait,
  }).call;
}

const unmistakable = { answers: { name: 'Unmistakable' }, derived: { Unicorn: 'Unmistakable' } };

/** Everything in the table that an author has. */
async function itemsOf({ username }: StoredEntry) {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `user#${username}` },
    }),
  );
  return Items;
}

test('what a withdrawn entry said expires thirty days later; the entry never does', async () => {
  const store = openStore();
  const entry = anEntry(unmistakable);
  await store.insert(entry);
  await store.update(withdrawn(entry));
  const [own, kept, ...more] = await itemsOf(entry);
  expect(more).toEqual([]);
  expect(own).toMatchObject({ sk: `entry#form#${entry.id}` });
  expect(Object.keys(own ?? {})).not.toContain('expiresAt');
  expect(JSON.stringify(own)).not.toContain('Unmistakable');
  expect(kept).toMatchObject({ sk: `withdrawn#form#${entry.id}`, answers: entry.answers });
  expect(kept?.['expiresAt']).toBe(Date.parse('2026-02-01T00:00:00Z') / 1000);
});

test('once that has expired the id is still taken, and nothing is left to restore', async () => {
  const store = openStore();
  const entry = anEntry(unmistakable);
  await store.insert(entry);
  await store.update(withdrawn(entry));
  const Key = { pk: `user#${entry.username}`, sk: `withdrawn#form#${entry.id}` };
  await client.send(new DeleteCommand({ TableName: table, Key }));
  expect(await store.find(entry)).toMatchObject({ erased: true, answers: {}, version: 2 });
  expect((await store.insert(entry)).existing).toMatchObject({ deletedAt: expect.any(String) });
});

test('no copy is left of an entry that was withdrawn, restored and erased', async () => {
  const store = openStore();
  const entry = anEntry(unmistakable);
  await store.insert(entry);
  await store.update(withdrawn(entry));
  await store.update({ ...entry, version: 3 });
  const gone = erased({ ...entry, version: 3 });
  await store.update(gone);
  await store.purge(gone);
  expect(JSON.stringify(await itemsOf(entry))).not.toContain('Unmistakable');
});

test('a copy made by a withdrawal that lost to an erasure is not one to restore from', async () => {
  const store = openStore();
  const entry = anEntry(unmistakable);
  await store.insert(entry);
  const erase = async () => {
    const { done } = await store.update(erased(entry));
    if (done) await store.purge(erased(entry));
  };
  await Promise.all([store.update(withdrawn(entry)), erase()]);
  const found = await store.find(entry);
  if (found?.erased) expect(JSON.stringify(await itemsOf(entry))).not.toContain('Unmistakable');
  else expect(found).toMatchObject({ answers: entry.answers });
});
