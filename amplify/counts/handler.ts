import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { forms, formById } from '#forms/index.ts';
import { getOwn } from '#core/values/own-property.ts';
import { webhooks } from '#forms/webhooks.ts';
import { createLambdaDynamoClient } from '../dynamodb/lambda-dynamo-client.ts';
import { createTable } from '../entries/dynamo-table.ts';
import { createDeliveryStore } from '../events/delivery-store.ts';
import { recordEvents, type RecordEventsDeps } from '../events/record-events.ts';
import { countChanges, type CountChangesDeps } from './count-changes.ts';
import { recount, type RecountDeps, type Recounted } from './recount/recount.ts';

const { call } = createLambdaDynamoClient();
const tableIn = (variable: string) =>
  createTable({ call, name: getOwn(process.env, variable) ?? '', spend: () => {} });
// Not `console.log`: see api/create-api-handler.ts.
const log = (line: string) => void process.stdout.write(`${line}\n`);

const deps: CountChangesDeps & RecountDeps & RecordEventsDeps = {
  table: tableIn('TABLE_NAME'),
  deliveries: createDeliveryStore({ table: tableIn('EVENTS_TABLE') }),
  webhooks,
  app: process.env['APP_ADDRESS'] ?? '',
  formById,
  now: () => new Date(),
  random: Math.random,
  onFormError: (formError) => log(JSON.stringify({ formError })),
  log,
};

/**
 * The entry point that Lambda calls with records of the table's stream, which are counted and recorded as events, and
 * every night to count everything again. A stream should have two readers at most, so one does both: decision 69.
 */
export async function handler(
  event: DynamoDBStreamEvent | { readonly recount: true },
): Promise<DynamoDBBatchResponse | readonly Recounted[]> {
  if (!('recount' in event)) return readChanges(event);
  const found = await recount(deps, forms);
  for (const it of found) log(JSON.stringify({ recount: it }));
  return found;
}

/** Neither waits for the other. What one has done before is not done twice if the other one failed. */
async function readChanges(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  const both = await Promise.all([countChanges(deps, event), recordEvents(deps, event)]);
  return { batchItemFailures: both.flatMap((it) => it.batchItemFailures) };
}
