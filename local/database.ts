import { join } from 'node:path';
import { startEngine } from './dynamodb/engine.ts';
import { sweepExpired } from './dynamodb/sweep.ts';
import { expiryAttribute } from './dynamodb/table-definition.ts';
import { ensureTables } from './dynamodb/tables.ts';
import type { Callers } from './iam/caller.ts';
import { startProxy } from './iam/proxy.ts';
import { statementsOf } from './iam/role.ts';
import { readerOf } from './template/reader.ts';
import type { Resource } from './template/resource.ts';

type Setting = {
  readonly resources: readonly Resource[];
  readonly folder: string;
  readonly log: (line: string) => void;
};

/** Milliseconds. AWS may take two days over it; nobody at a desk waits so long. */
const sweepEvery = 60_000;

/** DynamoDB, with each function's own rights in front of it. */
export type Database = {
  /** Past every right: for tests and for looking inside. */
  readonly engineUrl: string;
  /** The variables a function needs to reach the tables as itself. */
  environmentFor(functionName: string): Record<string, string>;
  /** The functions, by the access key each of them calls with. */
  callers(): Callers;
  update(resources: readonly Resource[]): Promise<void>;
  close(): Promise<void>;
};

export async function startDatabase({ resources, folder, log }: Setting): Promise<Database> {
  const engine = await startEngine({ databaseFile: join(folder, 'dynamodb.sqlite') });
  await ensureTables(engine.url, resources);
  let callers = callersOf(resources);
  let tables = resources;
  const sweeper = setInterval(() => void sweep(engine.url, tables, log), sweepEvery);
  const proxy = await startProxy({ engineUrl: engine.url, callers: () => callers, log });
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
    async close() {
      clearInterval(sweeper);
      await proxy.close();
      await engine.close();
    },
  };
}

/** Deletes what has expired, as DynamoDB does by itself. */
async function sweep(
  engineUrl: string,
  resources: readonly Resource[],
  log: (line: string) => void,
): Promise<void> {
  for (const resource of resources.filter(({ type }) => type === 'AWS::DynamoDB::Table')) {
    const expiry = expiryAttribute(resource);
    if (expiry === undefined) continue;
    const now = Math.floor(Date.now() / 1000);
    await sweepExpired(engineUrl, resource.id, expiry, now).catch((error: unknown) =>
      log(`Expired items of ${resource.id} were not swept: ${String(error)}`),
    );
  }
}

/** Who may call, by access key: each function with the statements of its role. */
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

/** Not a secret: it only tells the proxy which function is calling. */
function accessKeyOf(functionName: string): string {
  return `ASIA${Buffer.from(functionName).toString('hex').toUpperCase()}`;
}
