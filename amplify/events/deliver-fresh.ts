import type { DynamoDBRecord } from 'aws-lambda';
import type { Webhook } from '#core/events/webhook.ts';
import { deliverSequence, type DeliverDeps } from './deliver-sequence.ts';
import type { Sequence } from './delivery.ts';
import { sequenceIn } from './delivery-item.ts';
import { forEachWebhook } from './for-each-webhook.ts';
import { soon, type ReceiverPace } from './receiver-pace.ts';

export type DeliverFreshDeps = DeliverDeps & {
  readonly webhooks: readonly Webhook[];
  readonly pace: ReceiverPace;
};

/** Milliseconds. Whoever takes longer is left to the schedule, so that nobody waits for them. */
const timeout = 3000;

/**
 * Sends what was just recorded, at once, to the receivers that answer soon. Everything else is left to the schedule,
 * and so is what fails here in whatever way.
 */
export async function deliverFresh(
  deps: DeliverFreshDeps,
  { Records }: { readonly Records: readonly DynamoDBRecord[] },
): Promise<void> {
  const keys = new Set(Records.map(({ dynamodb }) => dynamodb?.Keys?.['pk']?.S ?? ''));
  const sequences = [...keys].map(sequenceIn);
  await forEachWebhook(deps, async (webhook) => {
    const own = sequences.filter((it) => it.webhook === webhook.id);
    if (own.length > 0) await deliverOwn(deps, webhook, own);
  });
}

async function deliverOwn(
  deps: DeliverFreshDeps,
  webhook: Webhook,
  sequences: readonly Sequence[],
): Promise<void> {
  if (await deps.pace.isSlow(webhook.id)) return;
  const begun = deps.now().getTime();
  const results = await Promise.all(
    sequences.map((of) => deliverSequence(deps, webhook, { of, timeout })),
  );
  const isSlow = deps.now().getTime() - begun > soon;
  if (isSlow || results.includes('failed')) await deps.pace.set(webhook.id, true);
}
