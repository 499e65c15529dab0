import { keyOf, type Item, type Table } from '../entries/dynamo-table.ts';
import { queryAll } from '../entries/query-pages.ts';
import type { Delivery, Sequence } from './delivery.ts';
import {
  byDueTimeIndex,
  deliveriesOfFormIndex,
  deliveryItemKey,
  dueKey,
  sequenceIn,
  sequenceKey,
  toDelivery,
  toDeliveryItem,
} from './delivery-item.ts';
import { ifNone, ifVersionIs } from '../entries/write-conditions.ts';

/** A delivery as it was read, which can be changed if nobody else has changed it since. */
export type StoredDelivery = Delivery & { readonly version: number };

type ListRequest = {
  readonly form: string;
  readonly limit: number;
  /** Only those before this id. */
  readonly before?: string | undefined;
};

type DeliveriesPage = {
  readonly deliveries: readonly StoredDelivery[];
  readonly next?: string | undefined;
};

export type DeliveryStore = {
  /** Adds one, unless it is there already, however far it got. */
  add(delivery: Delivery): Promise<void>;
  /** All of a sequence, in their order. */
  sequence(of: Sequence): Promise<readonly StoredDelivery[]>;
  /** @returns whether it was still as it had been read */
  replace(before: StoredDelivery, next: Delivery): Promise<boolean>;
  /** The sequences in which something is due, the longest first. Late by milliseconds. */
  due(webhook: string, now: Date, limit: number): Promise<readonly Sequence[]>;
  /** Those of a form, newest first. Late by milliseconds. */
  list(request: ListRequest): Promise<DeliveriesPage>;
  /** By its id in the API. */
  find(form: string, id: string): Promise<StoredDelivery | undefined>;
};

type Deps = { readonly table: Pick<Table, 'getAll' | 'put' | 'query'> };

export function createDeliveryStore({ table }: Deps): DeliveryStore {
  return {
    async add(delivery) {
      await table.put(toDeliveryItem(delivery, 1), ifNone);
    },

    async sequence(of) {
      const items = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': sequenceKey(of) },
        ConsistentRead: true,
        ScanIndexForward: true,
      });
      return items.map(stored);
    },

    async replace({ version }, next) {
      const condition = ifVersionIs(version);
      return (await table.put(toDeliveryItem(next, version + 1), condition)).done;
    },

    async due(webhook, now, limit) {
      const { items } = await table.query({
        IndexName: byDueTimeIndex,
        KeyConditionExpression: 'dueKey = :key AND dueAt <= :now',
        ExpressionAttributeValues: { ':key': dueKey(webhook), ':now': now.toISOString() },
        ScanIndexForward: true,
        Limit: limit,
      });
      return [...new Set(items.map(({ pk }) => String(pk)))].map(sequenceIn);
    },

    async list({ form, limit, before }) {
      const { items } = await table.query({
        IndexName: deliveriesOfFormIndex,
        KeyConditionExpression: `formKey = :key${before === undefined ? '' : ' AND formOrder < :before'}`,
        ExpressionAttributeValues: {
          ':key': form,
          ...(before !== undefined && { ':before': before }),
        },
        ScanIndexForward: false,
        // One more, which says whether there are more.
        Limit: limit + 1,
      });
      const page = items.slice(0, limit);
      const last = page.at(-1);
      return {
        deliveries: await inOrder(page),
        ...(last && items.length > limit && { next: String(last['formOrder']) }),
      };
    },

    async find(form, id) {
      const { items } = await table.query({
        IndexName: deliveriesOfFormIndex,
        KeyConditionExpression: 'formKey = :key AND formOrder = :id',
        ExpressionAttributeValues: { ':key': form, ':id': id },
        ScanIndexForward: false,
        Limit: 1,
      });
      return (await inOrder(items))[0];
    },
  };

  async function inOrder(keys: readonly Item[]): Promise<readonly StoredDelivery[]> {
    if (keys.length === 0) return [];
    const items = (await table.getAll(keys.map(keyOf))).map(stored);
    const byKey = new Map(items.map((it) => [JSON.stringify(deliveryItemKey(it)), it]));
    return keys.flatMap((it) => byKey.get(JSON.stringify(keyOf(it))) ?? []);
  }
}

function stored(item: Item): StoredDelivery {
  return { ...toDelivery(item), version: Number(item['version']) };
}
