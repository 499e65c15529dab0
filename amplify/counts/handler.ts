import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { formById } from '#forms/index.ts';
import { createLambdaDynamoClient } from '../dynamodb/lambda-dynamo-client.ts';
import { createTable } from '../entries/dynamo-table.ts';
import { countChanges, type CountChangesDeps } from './count-changes.ts';

const { call } = createLambdaDynamoClient();
const name = process.env['TABLE_NAME'] ?? '';
// Not `console.log`: see api/create-api-handler.ts.
const log = (line: string) => void process.stdout.write(`${line}\n`);

const deps: CountChangesDeps = {
  table: createTable({ call, name, spend: () => {} }),
  formById,
  now: () => new Date(),
  random: Math.random,
  onFormError: (formError) => log(JSON.stringify({ formError })),
  log,
};

/** The entry point that Lambda calls with records of the table's stream. */
export function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  return countChanges(deps, event);
}
