import { own } from '#core/own.ts';
import { fromAttributes, toAttributes, type Attributes } from '../dynamodb/attribute-values.ts';
import type { Call, Output } from '../dynamodb/dynamo.ts';

export type Item = Readonly<Record<string, unknown>>;
export type ItemKey = { readonly pk: string; readonly sk: string };

/** Capacity units, as DynamoDB bills them. */
export type Units = { readonly read?: number; readonly write?: number };

type Deps = {
  readonly call: Call;
  readonly name: string;
  /** Told what each call consumed. */
  readonly spend: (units: Units) => void;
};

/** A condition on the item that is there, and the values it names. */
type Condition = {
  readonly if: string;
  /** `#version`, where a plain name might be one of DynamoDB's hundreds of reserved words. */
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Item;
};

/** A condition that did not hold, and the item it did not hold for. */
type Written = { readonly done: true } | { readonly done: false; readonly existing?: Item };

export type Table = {
  get(key: ItemKey): Promise<Item | undefined>;
  /** Those of them that are there, in no order. */
  getAll(keys: readonly ItemKey[]): Promise<readonly Item[]>;
  put(item: Item, condition?: Condition): Promise<Written>;
  /** Sets what has a value and removes what is `undefined`. */
  update(key: ItemKey, changes: Item, condition: Condition): Promise<Written>;
  query(question: Question): Promise<{ readonly items: readonly Item[]; readonly last?: Item }>;
};

/** As in DynamoDB's own reference, with plain values. */
export type Question = {
  readonly IndexName?: string;
  readonly KeyConditionExpression: string;
  readonly FilterExpression?: string;
  readonly ExpressionAttributeValues: Item;
  readonly ConsistentRead?: boolean;
  readonly ScanIndexForward: boolean;
  readonly Limit: number;
  readonly ExclusiveStartKey?: ItemKey;
};

/** Keys in one batch: DynamoDB's own limit. */
const mostKeys = 100;

/** The five calls the function has the right to, each with its price. */
export function createTable({ call, name, spend }: Deps): Table {
  const common = { TableName: name, ReturnConsumedCapacity: 'TOTAL' };

  async function write(operation: 'PutItem' | 'UpdateItem', input: object): Promise<Written> {
    try {
      spend({ write: unitsIn(await call(operation, { ...common, ...input })) });
      return { done: true };
    } catch (error) {
      if (!didNotHold(error)) throw error;
      // A refusal does not say what it cost: a unit for each kilobyte of the item, almost always one.
      spend({ write: 1 });
      return { done: false, ...(error.Item && { existing: fromAttributes(error.Item) }) };
    }
  }

  return {
    async get(key) {
      const input = { ...common, Key: toAttributes(key), ConsistentRead: true };
      const got = await call('GetItem', input);
      spend({ read: unitsIn(got) });
      return got.Item && fromAttributes(got.Item);
    },

    async getAll(keys) {
      const items: Item[] = [];
      let left = keys.map(toAttributes);
      let timesLeftOver = 0;
      while (left.length > 0) {
        const asked = left.slice(0, mostKeys);
        const got = await call('BatchGetItem', {
          RequestItems: { [name]: { Keys: asked, ConsistentRead: true } },
          ReturnConsumedCapacity: 'TOTAL',
        });
        spend({ read: unitsIn(got) });
        items.push(...(own(got.Responses, name) ?? []).map(fromAttributes));
        // What 16 MB had no room for, or the table no time.
        const again = own(got.UnprocessedKeys, name)?.Keys ?? [];
        if (again.length > 0 && (timesLeftOver += 1) > 2) throw throttled();
        left = [...again, ...left.slice(mostKeys)];
      }
      return items;
    },

    put: (item, condition) =>
      write('PutItem', {
        Item: toAttributes(item),
        ...(condition && {
          ConditionExpression: condition.if,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          ...(condition.names && { ExpressionAttributeNames: condition.names }),
          ...(condition.values && { ExpressionAttributeValues: toAttributes(condition.values) }),
        }),
      }),

    update(key, changes, condition) {
      const names = Object.keys(changes);
      const kept = names.filter((it) => changes[it] !== undefined);
      const removed = names.filter((it) => changes[it] === undefined);
      const set = kept.map((it) => `#${it} = :${it}`).join(', ');
      const remove =
        removed.length > 0 ? ` REMOVE ${removed.map((it) => `#${it}`).join(', ')}` : '';
      return write('UpdateItem', {
        Key: toAttributes(key),
        UpdateExpression: `SET ${set}${remove}`,
        ConditionExpression: condition.if,
        ExpressionAttributeNames: Object.fromEntries(names.map((it) => [`#${it}`, it])),
        ExpressionAttributeValues: toAttributes({
          ...Object.fromEntries(kept.map((it) => [`:${it}`, changes[it]])),
          ...condition.values,
        }),
      });
    },

    async query({ ExpressionAttributeValues, ExclusiveStartKey, ...question }) {
      const found = await call('Query', {
        ...common,
        ...question,
        ExpressionAttributeValues: toAttributes(ExpressionAttributeValues),
        ...(ExclusiveStartKey && { ExclusiveStartKey: toAttributes(ExclusiveStartKey) }),
      });
      spend({ read: unitsIn(found) });
      const { Items: items = [], LastEvaluatedKey: last } = found;
      return { items: items.map(fromAttributes), ...(last && { last: fromAttributes(last) }) };
    },
  };
}

function unitsIn({ ConsumedCapacity = [] }: Output): number {
  return [ConsumedCapacity].flat().reduce((sum, it) => sum + (it.CapacityUnits ?? 0), 0);
}

/** By DynamoDB's own name for a batch of which nothing was done. */
function throttled(): Error {
  const error = new Error('A batch was left over again and again.');
  return Object.assign(error, { name: 'ProvisionedThroughputExceededException' });
}

function didNotHold(error: unknown): error is Error & { readonly Item?: Attributes } {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}
