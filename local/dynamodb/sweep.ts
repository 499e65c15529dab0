import { callEngine } from './call.ts';
import type { Key } from './table-definition.ts';

type Item = { readonly [name: string]: unknown };
type Page = { readonly Items: readonly Item[]; readonly LastEvaluatedKey?: Item };
type Described = { readonly Table: { readonly KeySchema: readonly Key[] } };

/** Past this age, in seconds, DynamoDB takes the number for a mistake and keeps the item. */
const fiveYears = 5 * 365 * 24 * 60 * 60;

/**
 * Deletes what has expired, which engines on a desk do not do by themselves; answers how many. In
 * the table's stream it looks like anybody's deletion; AWS would name DynamoDB as the one who did.
 */
export async function sweepExpired(
  engineUrl: string,
  TableName: string,
  ttlAttribute: string,
  nowSeconds: number,
): Promise<number> {
  const isExpired = '#ttl < :now AND #ttl > :tooOld';
  const ExpressionAttributeNames = { '#ttl': ttlAttribute };
  const ExpressionAttributeValues = {
    ':now': { N: String(nowSeconds) },
    ':tooOld': { N: String(nowSeconds - fiveYears) },
  };
  const asking = { TableName, ExpressionAttributeNames, ExpressionAttributeValues };
  const { Table } = await callEngine<Described>(engineUrl, 'DescribeTable', { TableName });
  const keyOf = (item: Item): Item =>
    Object.fromEntries(Table.KeySchema.map(({ AttributeName: name }) => [name, item[name]]));

  let swept = 0;
  let page: Page = { Items: [] };
  do {
    const from = { ExclusiveStartKey: page.LastEvaluatedKey, FilterExpression: isExpired };
    page = await callEngine<Page>(engineUrl, 'Scan', { ...asking, ...from });
    for (const item of page.Items) {
      // Asked again while deleting: somebody may have given the item more time since.
      const deletion = { ...asking, Key: keyOf(item), ConditionExpression: isExpired };
      swept += await callEngine(engineUrl, 'DeleteItem', deletion).then(() => 1, unlessKept);
    }
  } while (page.LastEvaluatedKey);
  return swept;
}

function unlessKept(error: Error): 0 {
  if (error.name === 'ConditionalCheckFailedException') return 0;
  throw error;
}
