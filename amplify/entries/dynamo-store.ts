import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  QueryCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { EntryKey, EntryStore } from '#core/entries/store.ts';
import type { Entry } from '#core/entry.ts';

type Deps = { readonly client: DynamoDBDocumentClient; readonly table: string };

/** EntryStore on the table that `resource.ts` declares. */
export function createDynamoStore({ client, table }: Deps): EntryStore {
  return {
    async insert(entry) {
      const put = new PutCommand({
        TableName: table,
        Item: toItem(entry),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      });
      try {
        await client.send(put);
        return {};
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException && error.Item)
          return { existing: toEntry(unmarshall(error.Item)) };
        throw error;
      }
    },

    async find(key) {
      const get = new GetCommand({ TableName: table, Key: toKey(key), ConsistentRead: true });
      const { Item } = await client.send(get);
      return Item && toEntry(Item);
    },

    async list({ username, form, limit, before }) {
      const { pk, sk: first } = toKey({ username, form, id: '' });
      const query = new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        FilterExpression: 'attribute_not_exists(deletedAt)',
        ExpressionAttributeValues: { ':pk': pk, ':first': first, ':last': `${first}~` },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: limit,
        ...(before && { ExclusiveStartKey: toKey({ username, form, id: before }) }),
      });
      const { Items = [], LastEvaluatedKey } = await client.send(query);
      const last = LastEvaluatedKey && idOf(String(LastEvaluatedKey['sk']));
      return { entries: Items.map(toEntry), ...(last && { next: last }) };
    },
  };
}

function toKey({ username, form, id }: EntryKey): { pk: string; sk: string } {
  return { pk: `user#${username}`, sk: `entry#${form}#${id}` };
}

function idOf(sortKey: string): string {
  return sortKey.slice(sortKey.lastIndexOf('#') + 1);
}

/** The item of an entry: its key, the index's key, and the entry itself. */
function toItem(entry: Entry): Record<string, unknown> {
  return {
    ...toKey(entry),
    formKey: `form#${entry.form}`,
    formOrder: `${entry.createdAt}#${entry.id}`,
    ...entry,
  };
}

function toEntry(item: Record<string, unknown>): Entry {
  const { pk: _pk, sk: _sk, formKey: _formKey, formOrder: _formOrder, ...entry } = item;
  return entry as unknown as Entry;
}
