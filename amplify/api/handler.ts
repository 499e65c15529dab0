import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { formById } from '#forms/index.ts';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import { createTable } from '../entries/table.ts';
import { digest } from './digest.ts';
import { handle, type HandleDeps } from './handle.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const name = process.env['TABLE_NAME'] ?? '';

const deps: HandleDeps = {
  openStore: (spend) => createDynamoStore(createTable({ client, name, spend })),
  formById,
  now: () => new Date(),
  random: Math.random,
  randomBytes,
  digest,
  // Lambda puts a prefix before what `console.log` says, and CloudWatch then finds no metrics in it.
  say: (line) => void process.stdout.write(`${line}\n`),
};

/** Lambda's door. */
export function handler(
  event: APIGatewayProxyEvent,
  context?: Pick<Context, 'awsRequestId'>,
): Promise<APIGatewayProxyResult> {
  return handle(deps, event, context?.awsRequestId ?? crypto.randomUUID());
}
