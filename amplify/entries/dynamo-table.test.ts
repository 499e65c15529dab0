import { expect, test } from 'vitest';
import type { DynamoCall, DynamoOutput } from '../dynamodb/dynamo-client.ts';
import { createTable } from './dynamo-table.ts';

/** A DynamoDB that processes this many keys of each batch and leaves the rest unprocessed. */
function aTable(takes: number) {
  const batchSizes: number[] = [];
  const spent: number[] = [];
  const call: DynamoCall = async (_, input) => {
    const { RequestItems } = input as {
      RequestItems: { entries: { Keys: NonNullable<DynamoOutput['Items']> } };
    };
    const { Keys } = RequestItems.entries;
    batchSizes.push(Keys.length);
    return {
      Responses: { entries: Keys.slice(0, takes) },
      ...(Keys.length > takes && { UnprocessedKeys: { entries: { Keys: Keys.slice(takes) } } }),
      ConsumedCapacity: [{ CapacityUnits: Math.min(takes, Keys.length) }],
    };
  };
  const table = createTable({ call, name: 'entries', spend: ({ read = 0 }) => spent.push(read) });
  return { table, batchSizes, spent };
}

const keys = Array.from({ length: 120 }, (_, n) => ({ pk: 'a', sk: String(n) }));

test('the unprocessed keys of a batch are requested again, and counted', async () => {
  const { table, batchSizes, spent } = aTable(70);
  expect(new Set(await table.getAll(keys))).toEqual(new Set(keys));
  expect(batchSizes).toEqual([100, 50]);
  expect(spent).toEqual([70, 50]);
});

test('a table that keeps leaving keys unprocessed counts as throttled', async () => {
  const { table, batchSizes } = aTable(0);
  await expect(table.getAll(keys)).rejects.toMatchObject({
    name: 'ProvisionedThroughputExceededException',
  });
  expect(batchSizes).toEqual([100, 100, 100]);
});
