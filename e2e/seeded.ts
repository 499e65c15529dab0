import { BatchWriteItemCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { placeOf } from '../core/entries/store.ts';
import type { Entry } from '../core/entry.ts';
import { newId } from '../core/id.ts';
import type { Cloud } from '../local/cloud.ts';

/** As many as DynamoDB takes at once. */
const batchSize = 25;

/** Puts entries straight into the table, past the API and every right. */
export async function seed({ database }: Cloud, entries: readonly Entry[]): Promise<void> {
  const client = new DynamoDBClient({
    endpoint: database.engineUrl,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const { TableNames: [table = ''] = [] } = await client.send(new ListTablesCommand({}));
  for (let at = 0; at < entries.length; at += batchSize) {
    const puts = entries.slice(at, at + batchSize).map((it) => ({
      PutRequest: { Item: marshall(itemOf(it), { removeUndefinedValues: true }) },
    }));
    await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: puts } }));
  }
}

/** An entry of somebody, a minute later for each number. */
export function entryNumber(n: number, form: string, answers: Entry['answers']): Entry {
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

/** As `amplify/entries/item.ts` has it. */
function itemOf(entry: Entry): object {
  const { username, form, id } = entry;
  return {
    pk: `user#${username}`,
    sk: `entry#${form}#${id}`,
    formKey: `form#${form}`,
    formOrder: placeOf(entry),
    ...entry,
  };
}
