import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Call, Output } from './dynamo.ts';

const commands = {
  BatchGetItem: BatchGetItemCommand,
  GetItem: GetItemCommand,
  PutItem: PutItemCommand,
  Query: QueryCommand,
  UpdateItem: UpdateItemCommand,
};

/** The same calls by the AWS SDK, which is right by definition: what ours must not differ from. */
export function sdkCall(endpoint: string, maxAttempts = 4): Call {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    maxAttempts,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  return async (operation, input) => {
    const Command = commands[operation] as new (input: object) => GetItemCommand;
    return (await client.send(new Command(input))) as Output;
  };
}
