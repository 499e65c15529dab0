import { expect, test } from 'vitest';
import type { Call, Output } from '../dynamodb/dynamo.ts';
import { createTable } from './table.ts';

/** A DynamoDB that does so many keys of each batch and leaves the rest over. */
function aTable(takes: number) {
  const asked: number[] = [];
  const spent: number[] = [];
  const call: Call = async (_, input) => {
    const { RequestItems } = input as {
      RequestItems: { entries: { Keys: NonNullable<Output['Items']> } };
    };
    const { Keys } = RequestItems.entries;
    asked.push(Keys.length);
    return {
      Responses: { entries: Keys.slice(0, takes) },
      ...(Keys.length > takes && { UnprocessedKeys: { entries: { Keys: Keys.slice(takes) } } }),
      ConsumedCapacity: [{ CapacityUnits: Math.min(takes, Keys.length) }],
    };
  };
  const table = createTable({ call, name: 'entries', spend: ({ read = 0 }) => spent.push(read) });
  return { table, asked, spent };
}

const keys = Array.from({ length: 120 }, (_, n) => ({ pk: 'a', sk: String(n) }));

test('what a batch leaves over is asked for once more, and paid for', async () => {
  const { table, asked, spent } = aTable(70);
  expect(new Set(await table.getAll(keys))).toEqual(new Set(keys));
  expect(asked).toEqual([100, 50]);
  expect(spent).toEqual([70, 50]);
});

test('a table that leaves over again and again is one that throttles', async () => {
  const { table, asked } = aTable(0);
  await expect(table.getAll(keys)).rejects.toMatchObject({
    name: 'ProvisionedThroughputExceededException',
  });
  expect(asked).toEqual([100, 100, 100]);
});
