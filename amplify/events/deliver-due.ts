import type { Webhook } from '#core/events/webhook.ts';
import { deliverSequence, type SequenceResult } from './deliver-sequence.ts';
import type { DeliverFreshDeps } from './deliver-fresh.ts';
import { forEachWebhook } from './for-each-webhook.ts';
import { sequenceKey } from './delivery-item.ts';
import type { Sequence } from './delivery.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { soon } from './receiver-pace.ts';

export type DeliverDueDeps = DeliverFreshDeps & {
  readonly deliveries: Pick<DeliveryStore, 'due'>;
};

/** Milliseconds. Patient, as nobody else waits. */
const timeout = 15_000;

/** Milliseconds that must be left to begin another one: the timeout, and what is written before and after it. */
const timeForOne = 20_000;

/** What is sent to one receiver at the same time. */
const atOnce = 5;

/** A receiver that fails so often in a row is left in peace until the next minute. */
const mostFailures = 10;

/**
 * Sends what is due, to all receivers at the same time, so that none waits for another. Called every minute.
 * @param timeLeft milliseconds until Lambda's timeout
 */
export function deliverDue(deps: DeliverDueDeps, timeLeft: () => number): Promise<void> {
  return forEachWebhook(deps, (webhook) => deliverTo(deps, webhook, timeLeft));
}

async function deliverTo(
  deps: DeliverDueDeps,
  webhook: Webhook,
  timeLeft: () => number,
): Promise<void> {
  const seen = new Set<string>();
  let failures = 0;
  let last: Tried | undefined;
  for (;;) {
    // The index is late by milliseconds: what was just done may still be in it.
    const due = (await deps.deliveries.due(webhook.id, deps.now(), 100)).filter(isUnseen);
    const some = due.slice(0, atOnce);
    if (some.length === 0 || failures >= mostFailures || timeLeft() < timeForOne) break;
    for (const of of some) seen.add(sequenceKey(of));
    const tried = await Promise.all(some.map((of) => tryOne(deps, webhook, of)));
    for (const it of tried.filter(({ result }) => result !== 'waiting')) {
      failures = it.result === 'failed' ? failures + 1 : 0;
      last = it;
    }
  }
  if (last) await deps.pace.set(webhook.id, last.result === 'failed' || last.took > soon);

  function isUnseen(of: Sequence): boolean {
    return !seen.has(sequenceKey(of));
  }
}

type Tried = { readonly result: SequenceResult; readonly took: number };

async function tryOne(deps: DeliverDueDeps, webhook: Webhook, of: Sequence): Promise<Tried> {
  const begun = deps.now().getTime();
  const result = await deliverSequence(deps, webhook, { of, timeout });
  return { result, took: deps.now().getTime() - begun };
}
