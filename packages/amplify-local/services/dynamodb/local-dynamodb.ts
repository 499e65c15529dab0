import { join } from 'node:path';
import { callEngine } from './call-engine.ts';
import { startEngine } from './engine.ts';
import { deleteExpired } from './delete-expired.ts';
import { expiryAttribute } from './table-definition.ts';
import { ensureTables } from './ensure-tables.ts';
import type { Callers } from '../iam/iam-caller.ts';
import { startAuthorizingProxy } from './authorizing-proxy.ts';
import { callersFrom } from '../iam/function-callers.ts';
import type { Resource } from '../../template/resource.ts';

type Setting = {
  readonly resources: readonly Resource[];
  readonly folder: string;
  readonly log: (line: string) => void;
};

/** Milliseconds. AWS may take two days, which is too long when developing. */
const expiryInterval = 60_000;

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
  const engine = await startEngine({ databaseFile: join(folder, 'dynamodb.sqlite') });
  await ensureTables(engine.url, resources);
  let callers = callersFrom(resources);
  let tables = resources;
  const expiryTimer = setInterval(
    () => void deleteExpiredItems(engine.url, tables, log),
    expiryInterval,
  );
  const proxy = await startAuthorizingProxy({ engineUrl: engine.url, callers: () => callers, log });
  return {
    engineUrl: engine.url,
    environment: { AWS_ENDPOINT_URL_DYNAMODB: proxy.url },
    callers: () => callers,
    async update(next) {
      await ensureTables(engine.url, next);
      callers = callersFrom(next);
      tables = next;
    },
    async dropTable(TableName) {
      await callEngine(engine.url, 'DeleteTable', { TableName }).catch((error: Error) => {
        if (error.name !== 'ResourceNotFoundException') throw error;
      });
    },
    async close() {
      clearInterval(expiryTimer);
      await proxy.close();
      await engine.close();
    },
  };
}

/** Deletes expired items, as DynamoDB does by itself. */
async function deleteExpiredItems(
  engineUrl: string,
  resources: readonly Resource[],
  log: (line: string) => void,
): Promise<void> {
  for (const resource of resources.filter(({ type }) => type === 'AWS::DynamoDB::Table')) {
    const expiry = expiryAttribute(resource);
    if (expiry === undefined) continue;
    const now = Math.floor(Date.now() / 1000);
    await deleteExpired(engineUrl, resource.id, expiry, now).catch((error: unknown) =>
      log(`Expired items of ${resource.id} were not swept: ${String(error)}`),
    );
  }
}
