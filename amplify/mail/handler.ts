import { setTimeout as sleep } from 'node:timers/promises';
import type { Context, DynamoDBBatchResponse } from 'aws-lambda';
import { formById } from '#forms/index.ts';
import { own } from '#core/own.ts';
import { lambdaDynamo } from '../dynamodb/lambda-dynamo.ts';
import { createTable } from '../entries/table.ts';
import { handle, type HandleDeps } from './handle.ts';
import { createMarkers } from './marker.ts';
import { createQuota } from './quota.ts';
import type { Inserted } from './records.ts';
import { createResend } from './resend.ts';
import { createStillThere } from './still-there.ts';

const { call } = lambdaDynamo();
const setting = (name: string) => own(process.env, name) ?? '';
const now = () => new Date();
const table = createTable({ call, name: setting('TABLE_NAME'), spend: () => {} });

const deps: HandleDeps = {
  markers: createMarkers({ table, now }),
  isStillThere: createStillThere(table),
  quota: createQuota(table),
  provider: createResend({
    url: setting('MAIL_API'),
    from: setting('MAIL_FROM'),
    key: () => setting('RESEND_API_KEY'),
    patience: 10_000,
  }),
  backend: setting('BACKEND'),
  formById,
  owners: setting('OWNERS_MAIL'),
  now,
  random: Math.random,
  sleep,
  // As in api/handler.ts: past `console.log`, or CloudWatch finds no metrics in it.
  say: (line) => void process.stdout.write(`${line}\n`),
};

/** Lambda's door for the table's stream. */
export function handler(
  event: Inserted,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<DynamoDBBatchResponse> {
  return handle(deps, event, () => context.getRemainingTimeInMillis());
}
