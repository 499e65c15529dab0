import { setTimeout as wait } from 'node:timers/promises';
import { callEngine } from '../call-engine.ts';
import type { Key } from '../table-definition.ts';

type Item = { readonly [name: string]: unknown };
type Page = { readonly Items: readonly Item[]; readonly LastEvaluatedKey?: Item };
type Described = { readonly Table: { readonly KeySchema: readonly Key[] } };

/** Seconds. DynamoDB ignores an expiry further in the past than this and keeps the item. */
const fiveYears = 5 * 365 * 24 * 60 * 60;

/** Items in one call. The engine does one thing at a time, so everybody waits for a page. */
const inPage = 200;

/** Waits nine times as long as a page took: in a table of a million items, a sweep is never in anybody's way. */
async function restAfter(milliseconds: number): Promise<void> {
  await wait(9 * milliseconds, undefined, { ref: false });
}

/**
 * Deletes expired items, which local engines do not do themselves; resolves to their number. In the
 * table's stream these look like ordinary deletions; AWS would name DynamoDB as the caller.
 * @param rest called between two pages, with the milliseconds that the last one took
 */
export async function deleteExpired(
  engineUrl: string,
  TableName: string,
  ttlAttribute: string,
  nowSeconds: number,
  rest: (milliseconds: number) => Promise<void> = restAfter,
): Promise<number> {
  const isExpired = '#ttl < :now AND #ttl > :tooOld';
  const ExpressionAttributeNames = { '#ttl': ttlAttribute };
  const ExpressionAttributeValues = {
    ':now': { N: String(nowSeconds) },
    ':tooOld': { N: String(nowSeconds - fiveYears) },
  };
  const request = { TableName, ExpressionAttributeNames, ExpressionAttributeValues };
  const { Table } = await callEngine<Described>(engineUrl, 'DescribeTable', { TableName });
  const keyOf = (item: Item): Item =>
    Object.fromEntries(Table.KeySchema.map(({ AttributeName: name }) => [name, item[name]]));

  let deleted = 0;
  let page: Page = { Items: [] };
  do {
    const began = performance.now();
    const from = { ExclusiveStartKey: page.LastEvaluatedKey, FilterExpression: isExpired };
    page = await callEngine<Page>(engineUrl, 'Scan', { ...request, ...from, Limit: inPage });
    for (const item of page.Items) {
      // A condition on the deletion, because the item's expiry may have been extended since.
      const deletion = { ...request, Key: keyOf(item), ConditionExpression: isExpired };
      deleted += await callEngine(engineUrl, 'DeleteItem', deletion).then(() => 1, unlessChanged);
    }
    if (page.LastEvaluatedKey) await rest(performance.now() - began);
  } while (page.LastEvaluatedKey);
  return deleted;
}

function unlessChanged(error: Error): 0 {
  if (error.name === 'ConditionalCheckFailedException') return 0;
  throw error;
}
