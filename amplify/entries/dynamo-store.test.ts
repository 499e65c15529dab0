import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { describeStore } from '#core/entries/store.contract.ts';
import { startEngine, type Engine } from '../../local/dynamodb/engine.ts';
import { ensureTables } from '../../local/dynamodb/tables.ts';
import { readAssembly } from '../../local/template/assembly.ts';
import { resolveAssembly } from '../../local/template/resolve.ts';
import { synthesize } from '../../local/template/synthesize.ts';
import { createDynamoStore } from './dynamo-store.ts';
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

describeStore(() => createDynamoStore(createTable({ client, name: table, spend: () => {} })));
