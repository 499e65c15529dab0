import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { forms, formById } from '#forms/index.ts';
import { createLambdaDynamoClient } from '../dynamodb/lambda-dynamo-client.ts';
import { createTable } from '../entries/dynamo-table.ts';
import { countChanges, type CountChangesDeps } from './count-changes.ts';
import { recount, type RecountDeps, type Recounted } from './recount/recount.ts';

const { call } = createLambdaDynamoClient();
const name = process.env['TABLE_NAME'] ?? '';
// Not `console.log`: see api/create-api-handler.ts.
const log = (line: string) => void process.stdout.write(`${line}\n`);

const deps: CountChangesDeps & RecountDeps = {
  table: createTable({ call, name, spend: () => {} }),
  formById,
  now: () => new Date(),
  random: Math.random,
  onFormError: (formError) => log(JSON.stringify({ formError })),
  log,
};

/** The entry point that Lambda calls with records of the table's stream, and every night to count everything again. */
export async function handler(
  event: DynamoDBStreamEvent | { readonly recount: true },
): Promise<DynamoDBBatchResponse | readonly Recounted[]> {
  if (!('recount' in event)) return countChanges(deps, event);
  const found = await recount(deps, forms);
  for (const it of found) log(JSON.stringify({ recount: it }));
  return found;
}
