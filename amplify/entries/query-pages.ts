import { keyOf, type Item, type ItemKey, type QueryInput, type Table } from './dynamo-table.ts';

type Deps = Pick<Table, 'query'>;
type Input = Omit<QueryInput, 'Limit' | 'ExclusiveStartKey'>;

/** Items of one query, of which DynamoDB reads a megabyte at most. */
const itemsInPage = 1000;

/** The items that a query finds, page by page, until there are no more or nobody wants another page. */
export async function* queryPages(table: Deps, input: Input): AsyncGenerator<readonly Item[]> {
  let after: ItemKey | undefined;
  do {
    const { items, last } = await table.query({
      ...input,
      Limit: itemsInPage,
      ...(after && { ExclusiveStartKey: after }),
    });
    yield items;
    after = last && keyOf(last);
  } while (after);
}

/** All items that a query finds. */
export async function queryAll(table: Deps, input: Input): Promise<readonly Item[]> {
  const found: Item[] = [];
  for await (const items of queryPages(table, input)) found.push(...items);
  return found;
}

/** All items of a partition whose sort key is between two others. */
export function itemsBetween(
  table: Deps,
  { pk, first, last }: { readonly pk: string; readonly first: string; readonly last: string },
): Promise<readonly Item[]> {
  return queryAll(table, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: { ':pk': pk, ':first': first, ':last': last },
    ConsistentRead: true,
    ScanIndexForward: true,
  });
}
