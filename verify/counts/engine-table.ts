import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTable, type Table, type Units } from '../../amplify/entries/dynamo-table.ts';
import { awsSdkCall } from '../../amplify/testing/aws-sdk-call.ts';
import { callEngine } from '../../packages/amplify-local/services/dynamodb/call-engine.ts';
import { startEngine } from '../../packages/amplify-local/services/dynamodb/engine.ts';

/** A table in the local DynamoDB engine, without a stream, and the units that were spent on it. */
export type EngineTable = AsyncDisposable & {
  readonly table: Table;
  readonly spent: { read: number; write: number; calls: number };
};

export async function openEngineTable(): Promise<EngineTable> {
  const folder = mkdtempSync(join(tmpdir(), 'formstead-counts-'));
  const engine = await startEngine({ databaseFile: join(folder, 'data.sqlite') });
  const name = 'Entries';
  await callEngine(engine.url, 'CreateTable', {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk'].map((it) => ({ AttributeName: it, AttributeType: 'S' })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  });
  const spent = { read: 0, write: 0, calls: 0 };
  const spend = ({ read = 0, write = 0 }: Units) => {
    spent.read += read;
    spent.write += write;
    spent.calls += 1;
  };
  return {
    table: createTable({ call: awsSdkCall(engine.url), name, spend }),
    spent,
    async [Symbol.asyncDispose]() {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
