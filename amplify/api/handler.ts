import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { formById } from '#forms/index.ts';
import { lambdaDynamo } from '../dynamodb/lambda-dynamo.ts';
import { createDynamoStore } from '../entries/dynamo-store.ts';
import { createTable } from '../entries/table.ts';
import { randomBytes } from '../node-crypto.ts';
import { digest } from './digest.ts';
import { handle, type HandleDeps } from './handle.ts';

const { call, connect } = lambdaDynamo();
const name = process.env['TABLE_NAME'] ?? '';

const deps: HandleDeps = {
  openStore: (spend) => createDynamoStore(createTable({ call, name, spend })),
  backend: process.env['BACKEND'] ?? '',
  formById,
  now: () => new Date(),
  random: Math.random,
  randomBytes,
  digest,
  // Lambda puts a prefix before what `console.log` says, and CloudWatch then finds no metrics in it.
  say: (line) => void process.stdout.write(`${line}\n`),
};

// While it loads, a function has a whole processor, and nobody waits for it who was not waiting anyway.
await connect();

/** Lambda's door. */
export function handler(
  event: APIGatewayProxyEvent,
  context?: Pick<Context, 'awsRequestId'>,
): Promise<APIGatewayProxyResult> {
  return handle(deps, event, context?.awsRequestId ?? crypto.randomUUID());
}
