import type { Context, DynamoDBStreamEvent } from 'aws-lambda';
import { getOwn } from '#core/values/own-property.ts';
import { secretName } from '#core/events/webhook.ts';
import { webhooks } from '#forms/webhooks.ts';
import { createLambdaDynamoClient } from '../dynamodb/lambda-dynamo-client.ts';
import { createTable } from '../entries/dynamo-table.ts';
import { deliverDue, type DeliverDueDeps } from './deliver-due.ts';
import { deliverFresh } from './deliver-fresh.ts';
import { createDeliveryStore } from './delivery-store.ts';
import { postMessage } from './post-message.ts';
import { createReceiverPace } from './receiver-pace.ts';
import { sendDeadAgain, type SentAgain } from './send-again.ts';

const { call } = createLambdaDynamoClient();
const table = createTable({ call, name: process.env['EVENTS_TABLE'] ?? '', spend: () => {} });
const deliveries = createDeliveryStore({ table });

const deps: DeliverDueDeps = {
  deliveries,
  webhooks,
  pace: createReceiverPace({ table }),
  post: postMessage,
  // Read for each attempt, because Amplify refreshes secrets every minute.
  secretOf: (id) => getOwn(process.env, secretName(id)) ?? '',
  now: () => new Date(),
  random: Math.random,
  // Not `console.log`: see api/create-api-handler.ts.
  log: (line) => void process.stdout.write(`${line}\n`),
};

type WebhooksEvent =
  | DynamoDBStreamEvent
  /** Every minute. */
  | { readonly due: true }
  /** By `npm run resend-mail`. */
  | { readonly dead: true };

/** The entry point that Lambda calls with new deliveries from the table's stream, every minute, and by hand. */
export async function handler(
  event: WebhooksEvent,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<readonly SentAgain[] | void> {
  if ('Records' in event) return deliverFresh(deps, event);
  if ('dead' in event) return sendDeadAgain({ ...deps, deliveries }, webhooks);
  return deliverDue(deps, () => context.getRemainingTimeInMillis());
}
