import type { ResponsesRequest, StoredEntry } from '#core/entries/store/entry-store.ts';
import { spreadOver } from '#core/values/spread-over.ts';
import type { Item, Table } from './dynamo-table.ts';
import type { Partition } from './merge-partitions.ts';

type Indexed = Pick<StoredEntry, 'form' | 'id' | 'createdAt' | 'shards'>;

/**
 * The partition of the index that an entry is in: its form's, or one of those of its form's month, by its id. Entries on
 * hold have partitions of their own, so that reading the others costs the same however many there are.
 */
export function formPartitionKey(
  { form, id, createdAt, shards = 1 }: Indexed,
  isOnHold: boolean,
): string {
  if (shards === 1) return unshardedKey(form, isOnHold);
  return shardKey(form, isOnHold, monthOf(createdAt), spreadOver(id, shards));
}

/** The partition of all that was stored while the form had one shard. */
export function unsharded(form: string, areOnHold = false): Partition {
  return { key: unshardedKey(form, areOnHold), end: afterAll };
}

export type FormMonths = {
  /** Records into how many partitions entries of a form and a month go, before the first of them is stored. */
  note(entry: Indexed): Promise<void>;
  /** The partitions, besides `unsharded`, that may have what was asked for: the newest first. */
  partitions(request: ResponsesRequest): Promise<readonly Partition[]>;
};

/**
 * Which months of a form are in shards. The number may change at any time: a month has the most that it ever had.
 * @param noted what has been recorded, for as long as the function lives
 */
export function createFormMonths(
  table: Pick<Table, 'put' | 'query'>,
  noted: Set<string>,
): FormMonths {
  return {
    async note({ form, createdAt, shards = 1 }) {
      const item = { pk: monthsPartitionKey(form), sk: monthOf(createdAt), shards };
      const text = JSON.stringify(item);
      if (shards === 1 || noted.has(text)) return;
      await table.put(item, {
        if: 'attribute_not_exists(pk) OR #shards < :shards',
        names: { '#shards': 'shards' },
        values: { ':shards': shards },
      });
      noted.add(text);
    },

    async partitions({ form, from = '', before = afterAll, areOnHold = false }) {
      const months = await monthsOf(table, form);
      return months
        .map((it) => ({ month: String(it['sk']), shards: Number(it['shards']) }))
        .filter(({ month }) => month < before && endOf(month) > from)
        .flatMap(({ month, shards }) =>
          Array.from({ length: shards }, (_, shard) => ({
            key: shardKey(form, areOnHold, month, shard),
            end: endOf(month),
          })),
        );
    },
  };
}

/** Text that sorts after every position. */
const afterAll = '~';

function unshardedKey(form: string, isOnHold: boolean): string {
  return isOnHold ? `form#${form}#hold` : `form#${form}`;
}

function shardKey(form: string, isOnHold: boolean, month: string, shard: number): string {
  return `${unshardedKey(form, isOnHold)}#${month}#${shard}`;
}

function monthsPartitionKey(form: string): string {
  return `shards#${form}`;
}

/** `2026-11` */
function monthOf(createdAt: string): string {
  return createdAt.slice(0, 7);
}

/** Text sorts `2026-11-30T…` before it, and `2026-12-01T…` after it. */
function endOf(month: string): string {
  return `${month}~`;
}

/** The newest first: twelve for a year, so that one query is enough for a century. */
async function monthsOf(table: Pick<Table, 'query'>, form: string): Promise<readonly Item[]> {
  const { items } = await table.query({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': monthsPartitionKey(form) },
    ScanIndexForward: false,
    Limit: 1000,
  });
  return items;
}
