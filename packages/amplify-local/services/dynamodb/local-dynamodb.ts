import { join } from 'node:path';
import { callEngine } from './call-engine.ts';
import { startEngine } from './engine.ts';
import { deleteExpired } from './delete-expired.ts';
import { expiryAttribute } from './table-definition.ts';
import { ensureTables } from './ensure-tables.ts';
import type { Callers } from '../iam/iam-caller.ts';
import { startAuthorizingProxy } from './authorizing-proxy.ts';
import { statementsOf } from '../iam/role-statements.ts';
import { readerOf } from '../../template/property-reader.ts';
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
  /** The environment variables with which a function reaches the tables under its own role. */
  environmentFor(functionName: string): Record<string, string>;
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
  let callers = callersOf(resources);
  let tables = resources;
  const expiryTimer = setInterval(
    () => void deleteExpiredItems(engine.url, tables, log),
    expiryInterval,
  );
  const proxy = await startAuthorizingProxy({ engineUrl: engine.url, callers: () => callers, log });
  return {
    engineUrl: engine.url,
    environmentFor: (functionName) => ({
      AWS_ENDPOINT_URL_DYNAMODB: proxy.url,
      AWS_ACCESS_KEY_ID: accessKeyOf(functionName),
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_SESSION_TOKEN: 'local',
    }),
    callers: () => callers,
    async update(next) {
      await ensureTables(engine.url, next);
      callers = callersOf(next);
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

/** The callers by access key: each function with the statements of its role. */
function callersOf(resources: readonly Resource[]): Callers {
  const functions = resources.filter(({ type }) => type === 'AWS::Lambda::Function');
  return new Map(
    functions.map((lambda) => {
      const role = readerOf(lambda).requiredText('Role');
      const caller = {
        roleName: role.slice(role.lastIndexOf('/') + 1),
        functionName: lambda.id,
        statements: statementsOf(role, resources),
      };
      return [accessKeyOf(lambda.id), caller] as const;
    }),
  );
}

/** Not a secret: it only identifies the calling function to the proxy. */
function accessKeyOf(functionName: string): string {
  return `ASIA${Buffer.from(functionName).toString('hex').toUpperCase()}`;
}
