import {
  sortPosition,
  type ResponsesPage,
  type ResponsesRequest,
  type SortPosition,
  type StoredEntry,
} from '#core/entries/store/entry-store.ts';
import { byFormIndex } from './by-form-index.ts';
import type { Table } from './dynamo-table.ts';
import { toEntry } from './entry-item.ts';
import { unsharded, type FormMonths } from './form-partitions.ts';
import { mergePartitions, type Partition, type PartOfPartition } from './merge-partitions.ts';

type Deps = { readonly table: Pick<Table, 'query'>; readonly months: FormMonths };

/** In bytes of answers: Lambda answers with at most 6 MB, and an entry may have 350 kB. */
const mostBytes = 2_500_000;

/** One page of a form's entries, from all partitions of the index that may have some of them. */
export async function readResponses(
  { table, months }: Deps,
  request: ResponsesRequest,
): Promise<ResponsesPage> {
  const { form, limit, from = '', before = '~', areOnHold } = request;
  const found = mergePartitions({
    first: unsharded(form, areOnHold),
    others: months.partitions(request),
    before,
    // One more than the page, to know whether another follows.
    wanted: limit + 1,
    read: (partition, position, count) =>
      readPartition(table, partition, { from, position, count }),
  });
  const entries: StoredEntry[] = [];
  let bytes = 0;
  for await (const entry of found) {
    const last = entries.at(-1);
    if (last && (entries.length === limit || bytes > mostBytes))
      return { entries, next: sortPosition(last) };
    entries.push(entry);
    bytes += Buffer.byteLength(JSON.stringify(entry.answers));
  }
  return { entries };
}

type Part = {
  readonly from: SortPosition;
  readonly position: SortPosition;
  readonly count: number;
};

async function readPartition(
  table: Pick<Table, 'query'>,
  { key }: Partition,
  { from, position, count }: Part,
): Promise<PartOfPartition> {
  const { items, last } = await table.query({
    IndexName: byFormIndex,
    KeyConditionExpression: 'formKey = :key AND formOrder < :before',
    ExpressionAttributeValues: { ':key': key, ':before': position },
    ScanIndexForward: false,
    Limit: count,
  });
  const found = items.map(toEntry);
  // Not BETWEEN, which would include `before`. A sort key can have only one condition.
  const entries = found.filter((it) => sortPosition(it) >= from);
  return { entries, hasMore: last !== undefined && entries.length === found.length };
}
