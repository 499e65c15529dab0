import { getOwn } from '#core/values/own-property.ts';
import { fromAttributes, toAttributes, type Attributes } from '../dynamodb/attribute-values.ts';
import type { DynamoCall, DynamoOutput } from '../dynamodb/dynamo-client.ts';
import type { CancellationReason } from '../dynamodb/dynamo-error.ts';

export type Item = Readonly<Record<string, unknown>>;
export type ItemKey = { readonly pk: string; readonly sk: string };

/** Capacity units as DynamoDB bills them. */
export type Units = { readonly read?: number; readonly write?: number };

type Deps = {
  readonly call: DynamoCall;
  readonly name: string;
  /** Called with the units that each call consumed. */
  readonly spend: (units: Units) => void;
};

/** A condition on the stored item, and the values it refers to. */
export type Condition = {
  readonly if: string;
  /** Placeholders such as `#version`, because hundreds of names are reserved words in DynamoDB. */
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Item;
};

/** `done: false` means that the condition was not met; `existing` is the item that did not meet it. */
type WriteResult = { readonly done: true } | { readonly done: false; readonly existing?: Item };

/** One write of a transaction. */
export type Write =
  | { readonly put: Item; readonly condition?: Condition }
  | { readonly update: ItemKey; readonly changes: Item; readonly condition: Condition }
  /** Adds to the number of an item, which it creates; never above `max`. */
  | { readonly count: ItemKey; readonly by: number; readonly max?: number };

/** `failed`: the writes whose condition was not met, by their position, with the item that did not meet it. */
export type TransactResult =
  | { readonly done: true }
  | { readonly done: false; readonly failed: ReadonlyMap<number, Item | undefined> };

export type Table = {
  get(key: ItemKey): Promise<Item | undefined>;
  /** Returns the items that exist, in any order. */
  getAll(keys: readonly ItemKey[]): Promise<readonly Item[]>;
  put(item: Item, condition?: Condition): Promise<WriteResult>;
  /** Sets the attributes that have a value, and removes those that are `undefined`. */
  update(key: ItemKey, changes: Item, condition: Condition): Promise<WriteResult>;
  /**
   * Adds one to a number, and sets other attributes. Without an item it makes one. A repeated call counts twice.
   * @returns the sum
   */
  add(key: ItemKey, name: string, options?: { readonly set?: Item }): Promise<number>;
  /** Does all of the writes, or none. Throws if another write of one of the items is under way. */
  transact(writes: readonly Write[]): Promise<TransactResult>;
  query(input: QueryInput): Promise<ItemsPage>;
  /** Items of the whole table: those of a partition one after the other. */
  scan(after?: ItemKey): Promise<ItemsPage>;
};

/** Items that were found, and the last one that was looked at, unless there are no more. */
export type ItemsPage = { readonly items: readonly Item[]; readonly last?: Item };

/** DynamoDB's own parameters, with plain values. */
export type QueryInput = {
  readonly IndexName?: string;
  readonly KeyConditionExpression: string;
  readonly FilterExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues: Item;
  readonly ConsistentRead?: boolean;
  readonly ScanIndexForward: boolean;
  readonly Limit: number;
  readonly ExclusiveStartKey?: ItemKey;
};

/** The key of an item. */
export function keyOf({ pk, sk }: Item): ItemKey {
  return { pk: String(pk), sk: String(sk) };
}

/** DynamoDB's limit. */
const maxKeysPerBatch = 100;

/** The operations that the function is allowed to use. Each reports its capacity units. */
export function createTable({ call, name, spend }: Deps): Table {
  const common = { TableName: name, ReturnConsumedCapacity: 'TOTAL' };

  async function write(operation: 'PutItem' | 'UpdateItem', input: object): Promise<WriteResult> {
    try {
      spend({ write: consumedUnits(await call(operation, { ...common, ...input })) });
      return { done: true };
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
      // A failed condition does not report its cost: one unit per kilobyte of the item, almost always one.
      spend({ write: 1 });
      return { done: false, ...(error.Item && { existing: fromAttributes(error.Item) }) };
    }
  }

  function pageOf(found: DynamoOutput): ItemsPage {
    spend({ read: consumedUnits(found) });
    const { Items: items = [], LastEvaluatedKey: last } = found;
    return { items: items.map(fromAttributes), ...(last && { last: fromAttributes(last) }) };
  }

  return {
    async get(key) {
      const input = { ...common, Key: toAttributes(key), ConsistentRead: true };
      const got = await call('GetItem', input);
      spend({ read: consumedUnits(got) });
      return got.Item && fromAttributes(got.Item);
    },

    async getAll(keys) {
      const items: Item[] = [];
      let remaining = keys.map(toAttributes);
      let roundsLeftOver = 0;
      while (remaining.length > 0) {
        const batch = remaining.slice(0, maxKeysPerBatch);
        const got = await call('BatchGetItem', {
          RequestItems: { [name]: { Keys: batch, ConsistentRead: true } },
          ReturnConsumedCapacity: 'TOTAL',
        });
        spend({ read: consumedUnits(got) });
        items.push(...(getOwn(got.Responses, name) ?? []).map(fromAttributes));
        // Keys beyond the limit of 16 MB, or that the table had no capacity for.
        const unprocessed = getOwn(got.UnprocessedKeys, name)?.Keys ?? [];
        if (unprocessed.length > 0 && (roundsLeftOver += 1) > 2) throw throttledError();
        remaining = [...unprocessed, ...remaining.slice(maxKeysPerBatch)];
      }
      return items;
    },

    put: (item, condition) => write('PutItem', putInput(item, condition)),

    update: (key, changes, condition) => write('UpdateItem', updateInput(key, changes, condition)),

    async transact(writes) {
      const TransactItems = writes.map((it) => transactItem(name, it));
      try {
        const { ReturnConsumedCapacity } = common;
        const input = { TransactItems, ReturnConsumedCapacity };
        spend({ write: consumedUnits(await call('TransactWriteItems', input)) });
        return { done: true };
      } catch (error) {
        if (!isCancelled(error)) throw error;
        // It does not report its cost: two units per kilobyte of each item, almost always two.
        spend({ write: 2 * writes.length });
        return { done: false, failed: failedConditions(error) };
      }
    },

    async add(key, name, { set = {} } = {}) {
      const others = Object.keys(set);
      const added = await call('UpdateItem', {
        ...common,
        Key: toAttributes(key),
        UpdateExpression: `ADD #${name} :one${others.length > 0 ? ` SET ${others.map((it) => `#${it} = :${it}`).join(', ')}` : ''}`,
        ExpressionAttributeNames: Object.fromEntries([name, ...others].map((it) => [`#${it}`, it])),
        ExpressionAttributeValues: toAttributes({
          ':one': 1,
          ...Object.fromEntries(others.map((it) => [`:${it}`, set[it]])),
        }),
        ReturnValues: 'UPDATED_NEW',
      });
      spend({ write: consumedUnits(added) });
      return Number(fromAttributes(added.Attributes ?? {})[name]);
    },

    async query({ ExpressionAttributeValues, ExclusiveStartKey, ...input }) {
      const found = await call('Query', {
        ...common,
        ...input,
        ExpressionAttributeValues: toAttributes(ExpressionAttributeValues),
        ...(ExclusiveStartKey && { ExclusiveStartKey: toAttributes(ExclusiveStartKey) }),
      });
      return pageOf(found);
    },

    async scan(after) {
      const input = { ...common, ...(after && { ExclusiveStartKey: toAttributes(after) }) };
      return pageOf(await call('Scan', input));
    },
  };
}

function putInput(item: Item, condition?: Condition) {
  return {
    Item: toAttributes(item),
    ...(condition && {
      ConditionExpression: condition.if,
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      ...(condition.names && { ExpressionAttributeNames: condition.names }),
      ...(condition.values && { ExpressionAttributeValues: toAttributes(condition.values) }),
    }),
  };
}

function updateInput(key: ItemKey, changes: Item, condition: Condition) {
  const names = Object.keys(changes);
  const kept = names.filter((it) => changes[it] !== undefined);
  const removed = names.filter((it) => changes[it] === undefined);
  const set = kept.length > 0 ? `SET ${kept.map((it) => `#${it} = :${it}`).join(', ')}` : '';
  const remove = removed.length > 0 ? ` REMOVE ${removed.map((it) => `#${it}`).join(', ')}` : '';
  return {
    Key: toAttributes(key),
    UpdateExpression: set + remove,
    ConditionExpression: condition.if,
    ExpressionAttributeNames: {
      ...Object.fromEntries(names.map((it) => [`#${it}`, it])),
      ...condition.names,
    },
    ExpressionAttributeValues: toAttributes({
      ...Object.fromEntries(kept.map((it) => [`:${it}`, changes[it]])),
      ...condition.values,
    }),
  };
}

function countInput(key: ItemKey, by: number, max = Infinity) {
  const isLimited = max < Infinity;
  return {
    Key: toAttributes(key),
    UpdateExpression: 'ADD #taken :by',
    ...(isLimited && { ConditionExpression: 'attribute_not_exists(#taken) OR #taken <= :most' }),
    ExpressionAttributeNames: { '#taken': 'taken' },
    ExpressionAttributeValues: toAttributes({ ':by': by, ...(isLimited && { ':most': max - by }) }),
  };
}

function transactItem(table: string, write: Write) {
  const common = { TableName: table };
  if ('put' in write) return { Put: { ...common, ...putInput(write.put, write.condition) } };
  if ('update' in write)
    return { Update: { ...common, ...updateInput(write.update, write.changes, write.condition) } };
  return { Update: { ...common, ...countInput(write.count, write.by, write.max) } };
}

/** The writes whose condition failed. All others were not done for this reason alone. */
function failedConditions({
  CancellationReasons,
}: Cancelled): ReadonlyMap<number, Item | undefined> {
  const failed = CancellationReasons.flatMap(({ Code, Item }, at) =>
    Code === 'ConditionalCheckFailed' ? [[at, Item && fromAttributes(Item)] as const] : [],
  );
  return new Map(failed);
}

function consumedUnits({ ConsumedCapacity = [] }: DynamoOutput): number {
  return [ConsumedCapacity].flat().reduce((sum, it) => sum + (it.CapacityUnits ?? 0), 0);
}

/** Named like DynamoDB's error for a batch of which nothing was done. */
function throttledError(): Error {
  const error = new Error('A batch was left unprocessed several times.');
  return Object.assign(error, { name: 'ProvisionedThroughputExceededException' });
}

type Cancelled = Error & { readonly CancellationReasons: readonly CancellationReason[] };

/** Whether conditions are why a transaction was not done. */
function isCancelled(error: unknown): error is Cancelled {
  return (
    error instanceof Error &&
    error.name === 'TransactionCanceledException' &&
    'CancellationReasons' in error &&
    failedConditions(error as Cancelled).size > 0
  );
}

function isConditionFailure(error: unknown): error is Error & { readonly Item?: Attributes } {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}
