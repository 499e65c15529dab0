import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anEntry, erased, withdrawn } from '#core/testing/sample-entries.ts';
import { describeStore } from '#core/entries/store/entry-store.contract.ts';
import type { StoredEntry } from '#core/entries/store/entry-store.ts';
import { startEngine, type Engine } from '../../packages/amplify-local/services/dynamodb/engine.ts';
import { ensureTables } from '../../packages/amplify-local/services/dynamodb/ensure-tables.ts';
import { readAssembly } from '../../packages/amplify-local/template/assembly.ts';
import { resolveAssembly } from '../../packages/amplify-local/resolve-assembly.ts';
import { synthesizeOnce } from '../../tools/testing/synthesize-once.ts';
import { createDynamoClient, type DynamoCall } from '../dynamodb/dynamo-client.ts';
import { startDyingConnections, type Death } from '../testing/dying-connections.ts';
import { awsSdkCall } from '../testing/aws-sdk-call.ts';
import { createHttpClient } from '../aws/keep-alive-http.ts';
import { createDynamoStore } from './dynamo-store.ts';
import { describeTable } from './table.contract.ts';
import { createTable } from './dynamo-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'formstead-store-'));
let engine: Engine;
let client: DynamoDBDocumentClient;
let table: string;

/** The table that backend.ts declares, in the local DynamoDB engine. */
beforeAll(async () => {
  const { resources } = resolveAssembly(readAssembly(await synthesizeOnce()));
  engine = await startEngine({ databaseFile: join(folder, 'data.sqlite') });
  await ensureTables(engine.url, resources);
  table = resources.find(({ type }) => type === 'AWS::DynamoDB::Table')?.id ?? '';
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: engine.url, region: 'us-east-1', credentials }),
  );
});

afterAll(() => engine.close());

const tableBy = (call: DynamoCall) => createTable({ call, name: table, spend: () => {} });
const openStore = () => createDynamoStore(tableBy(ownCall()));

describe('with our own client', () => {
  describeTable(() => tableBy(ownCall()));
  describeStore(openStore);
});

describe('with the AWS SDK, the same', () => {
  describeTable(() => tableBy(awsSdkCall(engine.url)));
  describeStore(() => createDynamoStore(tableBy(awsSdkCall(engine.url))));
});

function ownCall(endpoint = new URL(engine.url), timeout = 60_000): DynamoCall {
  return createDynamoClient({
    http: createHttpClient(endpoint, { timeout }),
    host: endpoint.host,
    region: 'us-east-1',
    credentials: () => ({ accessKeyId: 'test', secretAccessKey: 'test' }),
    now: Date.now,
    random: Math.random,
    sleep: wait,
  }).call;
}

const unmistakable = { answers: { name: 'Unmistakable' }, derived: { Unicorn: 'Unmistakable' } };

/** All items of one author. */
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

test('a page of withdrawn entries takes two calls, however many it has', async () => {
  const call = ownCall();
  const calls: string[] = [];
  const counted: DynamoCall = (operation, input) => {
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
  'when idle connections end in %s, %i times in a row, no request fails and nothing is done twice',
  async (death, rounds) => {
    await using proxy = await startDyingConnections(new URL(engine.url));
    // Only silence is noticed by the timeout; on a busy machine answers take seconds.
    const timeout = death === 'silence' ? 10_000 : 60_000;
    const store = createDynamoStore(tableBy(ownCall(proxy.url, timeout)));
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

test('the answers of a withdrawn entry expire after thirty days; the entry itself never does', async () => {
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

test('after the answers have expired the id is still taken, and nothing can be restored', async () => {
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

test('the copy of a withdrawal that lost against an erasure cannot be restored', async () => {
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

const anEntryOnHold = (): StoredEntry => ({ ...anEntry(), onHold: ['form-rate'] });

test('releasing an entry asks once for the mail about it, if owners get one', async () => {
  const store = openStore();
  const [one, other] = [anEntryOnHold(), anEntryOnHold()];
  for (const it of [one, other]) await store.insert(it);
  const at = '2026-01-01T12:00:00.000Z';
  const released = await Promise.all([1, 2, 3].map(() => store.release(one, undefined, at)));
  expect(released.filter((it) => it === true)).toHaveLength(1);
  expect(await store.release(other)).toBe(true);
  const requests = (await itemsOf(one)).filter(({ sk }) => String(sk).startsWith('released#'));
  expect(requests).toEqual([
    {
      pk: `user#${one.username}`,
      sk: `released#${one.form}#${one.id}`,
      at,
      expiresAt: Date.parse(at) / 1000 + 3 * 24 * 3600,
    },
  ]);
});
