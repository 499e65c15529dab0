import { BatchWriteItemCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { sortPosition } from '../../../core/entries/store/entry-store.ts';
import type { Entry } from '../../../core/form/entry.ts';
import { newId } from '../../../core/values/id.ts';
import type { LocalBackend } from '../../../packages/amplify-local/start-backend.ts';

/** The largest batch that DynamoDB accepts. */
const batchSize = 25;

/** Writes entries directly into the table, without the API. */
export async function putEntries(
  { database }: LocalBackend,
  entries: readonly Entry[],
): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: database.engineUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { TableNames: [table = ''] = [] } = await client.send(new ListTablesCommand({}));
  for (let at = 0; at < entries.length; at += batchSize) {
    const puts = entries.slice(at, at + batchSize).map((it) => ({
      PutRequest: { Item: marshall(toItem(it), { removeUndefinedValues: true }) },
    }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
  }
}

/** An entry; its time is one minute later for each number. */
export function numberedEntry(n: number, form: string, answers: Entry['answers']): Entry {
  const time = new Date(Date.UTC(2026, 9, 1) + n * 60_000).toISOString();
  return {
    id: newId({ now: Date.parse(time), random: bytesOf(n) }),
    form,
    formVersion: 1,
    username: `person-${n}`,
    answers,
    version: 1,
    createdAt: time,
    updatedAt: time,
  };
}

function bytesOf(n: number): Uint8Array {
  return Uint8Array.from({ length: 10 }, (_, i) => (n >> (i * 8)) & 255);
}

/** The same item as `amplify/entries/entry-item.ts` makes. */
export function toItem(entry: Entry): object {
  const { username, form, id } = entry;
  return {
    pk: `user#${username}`,
    sk: `entry#${form}#${id}`,
    formKey: `form#${form}`,
    formOrder: sortPosition(entry),
    ...entry,
  };
}
