import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { newId } from '../../core/values/id.ts';
import { callEngine } from '../../packages/amplify-local/services/dynamodb/call-engine.ts';
import { startEngine } from '../../packages/amplify-local/services/dynamodb/engine.ts';
import { ensureTables } from '../../packages/amplify-local/services/dynamodb/ensure-tables.ts';
import { readAssembly } from '../../packages/amplify-local/template/assembly.ts';
import { resolveAssembly } from '../../packages/amplify-local/resolve-assembly.ts';
import { functionBundle } from '../function-bundle.ts';

export type Handler = (
  event: object,
  context: object,
) => Promise<{ readonly statusCode: number; readonly body: string }>;

/** The API function with a table of its own that contains so many entries. */
export type FilledTable = AsyncDisposable & {
  readonly entries: number;
  readonly handler: Handler;
  /** Removes an entry of the author without the function, so that the number of entries stays the same. */
  readonly remove: (id: string) => Promise<void>;
};

export const author = 'somebody';

/** So many of the entries belong to the author; everybody else has a hundred. */
const ownEntries = 1000;

const batchSize = 25;
const atOnce = 4;

export async function fillTable(
  assembly: string,
  folder: string,
  entries: number,
): Promise<FilledTable> {
  const { resources } = resolveAssembly(readAssembly(assembly));
  const engine = await startEngine({ databaseFile: join(folder, `${entries}.sqlite`) });
  await ensureTables(engine.url, resources);
  const table = resources.find(({ type }) => type === 'AWS::DynamoDB::Table')?.id ?? '';
  // Without a stream: the engine reads all records of the last day on each write.
  await setStream(engine.url, table, false);
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < entries) {
        const first = next;
        next = Math.min(entries, next + batchSize);
        const puts = Array.from({ length: next - first }, (_, n) => put(first + n));
        await callEngine(engine.url, 'BatchWriteItem', { RequestItems: { [table]: puts } });
      }
    }),
  );
  await setStream(engine.url, table, true);
  Object.assign(process.env, {
    TABLE_NAME: table,
    AWS_ENDPOINT_URL_DYNAMODB: engine.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
  });
  // One function per table, because it reads its environment while it loads.
  const { href } = pathToFileURL(functionBundle(assembly, 'api'));
  const { handler } = (await import(`${href}?entries=${entries}`)) as { handler: Handler };
  return {
    entries,
    handler,
    async remove(id) {
      const Key = { pk: text(`user#${author}`), sk: text(`entry#pwausers#${id}`) };
      await callEngine(engine.url, 'DeleteItem', { TableName: table, Key });
    },
    [Symbol.asyncDispose]: () => engine.close(),
  };
}

async function setStream(engineUrl: string, TableName: string, StreamEnabled: boolean) {
  const StreamSpecification = StreamEnabled
    ? { StreamEnabled, StreamViewType: 'NEW_AND_OLD_IMAGES' }
    : { StreamEnabled };
  await callEngine(engineUrl, 'UpdateTable', { TableName, StreamSpecification });
}

/** One minute after the entry before. */
function put(n: number): object {
  const at = new Date(Date.UTC(2024, 0, 1) + n * 60_000);
  const createdAt = at.toISOString();
  const id = newId({ now: at.getTime(), random: Uint8Array.from({ length: 10 }, () => n % 251) });
  const username = n < ownEntries ? author : `person-${Math.floor(n / 100)}`;
  return {
    PutRequest: {
      Item: {
        pk: text(`user#${username}`),
        sk: text(`entry#pwausers#${id}`),
        formKey: text('form#pwausers'),
        formOrder: text(`${createdAt}#${id}`),
        id: text(id),
        form: text('pwausers'),
        formVersion: { N: '1' },
        username: text(username),
        answers: { M: { fname: text('Mickey'), lname: text(`Mouse ${n}`) } },
        version: { N: '1' },
        createdAt: text(createdAt),
        updatedAt: text(createdAt),
      },
    },
  };
}

function text(value: string) {
  return { S: value };
}
