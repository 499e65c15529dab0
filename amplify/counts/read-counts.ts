import type { StoredCounts } from '#core/entries/store/entry-store.ts';
import { sumOfCounts } from '#core/summary/counts.ts';
import type { Item, Table } from '../entries/dynamo-table.ts';
import { queryAll } from '../entries/query-pages.ts';
import { countsIn, countsPartitionKey, recountedKey } from './counts-items.ts';

/** Reads the counts of a form: one query, unless they are larger than a megabyte. */
export async function readCounts(table: Pick<Table, 'query'>, form: string): Promise<StoredCounts> {
  const items = await countsItems(table, form);
  const { sk: recounted } = recountedKey(form);
  const parts = items.filter(({ sk }) => sk !== recounted);
  const recountedAt = items.find(({ sk }) => sk === recounted)?.['recountedAt'];
  const countedAt = parts
    .map((it) => String(it['countedAt']))
    .toSorted()
    .at(-1);
  return {
    counts: sumOfCounts(parts.map(countsIn)),
    ...(countedAt !== undefined && { countedAt }),
    ...(typeof recountedAt === 'string' && { recountedAt }),
  };
}

/** @param isConsistent reads what has just been written, at twice the price */
export async function countsItems(
  table: Pick<Table, 'query'>,
  form: string,
  isConsistent = false,
): Promise<readonly Item[]> {
  return queryAll(table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': countsPartitionKey(form) },
    ConsistentRead: isConsistent,
    ScanIndexForward: true,
  });
}
