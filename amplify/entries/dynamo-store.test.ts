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
import { behindDyingConnections, type Death } from '../dynamodb/dying-connections.contract.ts';
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

function ownCall(endpoint = new URL(engine.url), patience = 3000): Call {
  return createDynamo({
    wire: createWire(endpoint, { patience }),
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

test('a page of withdrawn entries is two calls, however many are on it', async () => {
  const call = ownCall();
  const calls: string[] = [];
  const counted: Call = (operation, input) => {
    calls.push(operation);
    return call(operation, input);
  };
  const entries = Array.from({ length: 31 }, () => anEntry({ username: 'withdrawer' }));
  for (const entry of entries) {
    await openStore().insert(entry);
    await openStore().update(withdrawn(entry));
  }
  const page = await createDynamoStore(tableBy(counted)).list({
    username: 'withdrawer',
    form: 'form',
    limit: 30,
    withdrawnAfter: '2020-01-01T00:00:00.000Z',
  });
  expect(page.entries).toHaveLength(30);
  expect(page.entries.every(({ answers }) => Object.keys(answers).length > 0)).toBe(true);
  expect(calls).toEqual(['Query', 'BatchGetItem']);
});

test.each<[Death, number]>([
  ['reset', 3],
  ['silence', 1],
])(
  'while idle connections end in %s, %i times over, no request fails and nothing is done twice',
  async (death, rounds) => {
    await using proxy = await behindDyingConnections(new URL(engine.url));
    const store = createDynamoStore(tableBy(ownCall(proxy.url, 2000)));
    const username = `author-${death}`;
    const entries = Array.from({ length: 4 * rounds }, () => anEntry({ username }));
    for (let at = 0; at < entries.length; at += 4) {
      const some = entries.slice(at, at + 4);
      expect(await Promise.all(some.map((it) => store.insert(it)))).toEqual([{}, {}, {}, {}]);
      expect(proxy.kill(death)).toBeGreaterThan(0);
      const changes = some.map((it) => store.update({ ...it, version: 2 }));
      expect((await Promise.all(changes)).every(({ done }) => done)).toBe(true);
      proxy.kill(death);
    }
    const { entries: found } = await store.list({ username, form: 'form', limit: 25 });
    expect(found.map(({ id, version }) => `${id} ${version}`).toSorted()).toEqual(
      entries.map(({ id }) => `${id} 2`).toSorted(),
    );
  },
);

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
