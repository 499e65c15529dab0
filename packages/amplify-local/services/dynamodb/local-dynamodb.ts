import { join } from 'node:path';
import { callEngine } from './call-engine.ts';
import { startEngine } from './engine.ts';
import { startSweeping } from './expiry/sweep-expired.ts';
import { ensureTables } from './ensure-tables.ts';
import type { Callers } from '../iam/iam-caller.ts';
import { speedUpScans } from './speed-up-scans.ts';
import { startAuthorizingProxy } from './authorizing-proxy.ts';
import { callersFrom } from '../iam/function-callers.ts';
import type { Resource } from '../../template/resource.ts';

type Setting = {
  readonly resources: readonly Resource[];
  readonly folder: string;
  readonly log: (line: string) => void;
};

/** DynamoDB, with a proxy that enforces each function's permissions. */
export type LocalDynamoDb = {
  /** The engine without permission checks, for tests and debugging. */
  readonly engineUrl: string;
  /** The environment variables with which functions reach the tables, with their own credentials. */
  readonly environment: Readonly<Record<string, string>>;
  /** The functions, by their access keys. */
  callers(): Callers;
  update(resources: readonly Resource[]): Promise<void>;
  /** Deletes a table with its data, if there is one. */
  dropTable(name: string): Promise<void>;
  close(): Promise<void>;
};

export async function startLocalDynamoDb({
  resources,
  folder,
  log,
}: Setting): Promise<LocalDynamoDb> {
  const databaseFile = join(folder, 'dynamodb.sqlite');
  const engine = await startEngine({ databaseFile });
  const prepareTables = async (wanted: readonly Resource[]) => {
    await ensureTables(engine.url, wanted);
    // Another engine has its data elsewhere.
    if (engine.pid !== undefined) speedUpScans(databaseFile);
  };
  await prepareTables(resources);
  let callers = callersFrom(resources);
  let tables = resources;
  const sweeping = startSweeping({ engineUrl: engine.url, tables: () => tables, log });
  const proxy = await startAuthorizingProxy({ engineUrl: engine.url, callers: () => callers, log });
  return {
    engineUrl: engine.url,
    environment: { AWS_ENDPOINT_URL_DYNAMODB: proxy.url },
    callers: () => callers,
    async update(next) {
      await prepareTables(next);
      callers = callersFrom(next);
      tables = next;
    },
    async dropTable(TableName) {
      await callEngine(engine.url, 'DeleteTable', { TableName }).catch((error: Error) => {
        if (error.name !== 'ResourceNotFoundException') throw error;
      });
    },
    async close() {
      sweeping.stop();
      await proxy.close();
      await engine.close();
    },
  };
}
