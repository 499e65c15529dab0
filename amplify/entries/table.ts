import { ConditionalCheckFailedException, type ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type DynamoDBDocumentClient,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

export type Item = Readonly<Record<string, unknown>>;
export type ItemKey = { readonly pk: string; readonly sk: string };

/** Capacity units, as DynamoDB bills them. */
export type Units = { readonly read?: number; readonly write?: number };

type Deps = {
  readonly client: DynamoDBDocumentClient;
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
  put(item: Item, condition?: Condition): Promise<Written>;
  /** Sets what has a value and removes what is `undefined`. */
  update(key: ItemKey, changes: Item, condition: Condition): Promise<Written>;
  query(input: Omit<QueryCommandInput, 'TableName'>): Promise<{
    readonly items: readonly Item[];
    readonly last?: Item;
  }>;
};

type Priced = { readonly ConsumedCapacity?: ConsumedCapacity | undefined };

/** The four calls the function has the right to, each with its price. */
export function createTable({ client, name, spend }: Deps): Table {
  const common = { TableName: name, ReturnConsumedCapacity: 'TOTAL' } as const;

  async function write(sent: Promise<Priced>): Promise<Written> {
    try {
      spend({ write: unitsIn(await sent) });
      return { done: true };
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      // A refusal does not say what it cost: a unit for each kilobyte of the item, almost always one.
      spend({ write: 1 });
      return { done: false, ...(error.Item && { existing: unmarshall(error.Item) }) };
    }
  }

  return {
    async get(key) {
      const got = await client.send(new GetCommand({ ...common, Key: key, ConsistentRead: true }));
      spend({ read: unitsIn(got) });
      return got.Item;
    },

    put: (item, condition) =>
      write(
        client.send(
          new PutCommand({
            ...common,
            Item: item,
            ...(condition && {
              ConditionExpression: condition.if,
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
              ...(condition.names && { ExpressionAttributeNames: condition.names }),
              ...(condition.values && { ExpressionAttributeValues: condition.values }),
            }),
          }),
        ),
      ),

    update(key, changes, condition) {
      const names = Object.keys(changes);
      const kept = names.filter((it) => changes[it] !== undefined);
      const removed = names.filter((it) => changes[it] === undefined);
      const set = kept.map((it) => `#${it} = :${it}`).join(', ');
      const remove =
        removed.length > 0 ? ` REMOVE ${removed.map((it) => `#${it}`).join(', ')}` : '';
      return write(
        client.send(
          new UpdateCommand({
            ...common,
            Key: key,
            UpdateExpression: `SET ${set}${remove}`,
            ConditionExpression: condition.if,
            ExpressionAttributeNames: Object.fromEntries(names.map((it) => [`#${it}`, it])),
            ExpressionAttributeValues: {
              ...Object.fromEntries(kept.map((it) => [`:${it}`, changes[it]])),
              ...condition.values,
            },
          }),
        ),
      );
    },

    async query(input) {
      const found = await client.send(new QueryCommand({ ...common, ...input }));
      spend({ read: unitsIn(found) });
      const { Items: items = [], LastEvaluatedKey: last } = found;
      return { items, ...(last && { last }) };
    },
  };
}

function unitsIn({ ConsumedCapacity }: Priced): number {
  return ConsumedCapacity?.CapacityUnits ?? 0;
}
