import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';

/** A table as the tutorials use it: the stock DocumentClient with its defaults, and no checks. */
const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env['TABLE_NAME'];

export async function submit(username: string, answers: object): Promise<object> {
  const Item = {
    pk: username,
    sk: crypto.randomUUID(),
    ...answers,
    createdAt: new Date().toISOString(),
  };
  await table.send(new PutCommand({ TableName, Item }));
  return Item;
}

export async function read(username: string, id: string): Promise<object | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName, Key: { pk: username, sk: id } }));
  return Item;
}

export async function list(username: string): Promise<object> {
  const { Items } = await table.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': username },
      Limit: 20,
    }),
  );
  return { items: Items };
}

export async function remove(username: string, id: string): Promise<object> {
  await table.send(new DeleteCommand({ TableName, Key: { pk: username, sk: id } }));
  return { deleted: true };
}
