import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { DynamoCall, DynamoOutput } from '../dynamodb/dynamo-client.ts';

const commands = {
  BatchGetItem: BatchGetItemCommand,
  GetItem: GetItemCommand,
  PutItem: PutItemCommand,
  Query: QueryCommand,
  Scan: ScanCommand,
  TransactWriteItems: TransactWriteItemsCommand,
  UpdateItem: UpdateItemCommand,
};

/** Makes the same calls with the AWS SDK. Our client must behave as it does. */
export function awsSdkCall(endpoint: string, maxAttempts = 4): DynamoCall {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    maxAttempts,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return async (operation, input) => {
    const Command = commands[operation] as new (input: object) => GetItemCommand;
    return (await client.send(new Command(input))) as DynamoOutput;
  };
}
