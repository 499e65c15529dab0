import { nextStep } from '#core/events/event-retries.ts';
import type { Webhook } from '#core/events/webhook.ts';
import type { Delivery, Sequence } from './delivery.ts';
import type { DeliveryStore, StoredDelivery } from './delivery-store.ts';
import type { PostResult, postMessage } from './post-message.ts';
import { keysIn, signedHeaders } from './sign-message.ts';

export type DeliverDeps = {
  readonly deliveries: Pick<DeliveryStore, 'sequence' | 'replace'>;
  readonly post: typeof postMessage;
  /** The value of the secret of a webhook; empty if there is none. */
  readonly secretOf: (webhook: string) => string;
  readonly now: () => Date;
  readonly random: () => number;
  /** Writes a line to the log. */
  readonly log: (line: string) => void;
};

/** Milliseconds beyond the timeout, after which another one may try what somebody was killed while sending. */
const leaseBeyondTimeout = 60_000;

/** `waiting`: nothing is due, or somebody else is sending it. */
export type SequenceResult = 'delivered' | 'failed' | 'waiting';

/**
 * Sends what is due of a sequence, in its order, until one fails.
 * @param timeout milliseconds for one attempt
 */
export async function deliverSequence(
  deps: DeliverDeps,
  webhook: Webhook,
  { of, timeout }: { readonly of: Sequence; readonly timeout: number },
): Promise<SequenceResult> {
  let result: SequenceResult = 'waiting';
  for (;;) {
    const waiting = (await deps.deliveries.sequence(of)).filter((it) => it.state === 'waiting');
    const [first, ...others] = waiting;
    if (!first) return result;
    if (!isDue(first, deps.now())) {
      await postpone(deps, others, first.dueAt);
      return result;
    }
    const claimed = await claim(deps, first, timeout);
    if (!claimed) return 'waiting';
    const posted = await attempt(deps, webhook, claimed, timeout);
    await deps.deliveries.replace(claimed, afterAttempt(deps, claimed, posted));
    if (posted.is === 'failed') return 'failed';
    result = 'delivered';
  }
}

/** One that was never tried has only waited for those before it. */
function isDue({ attempts, dueAt = '' }: Delivery, now: Date): boolean {
  return attempts === 0 || dueAt <= now.toISOString();
}

/** What waits for an earlier one is not looked at before that. */
async function postpone(
  { deliveries }: DeliverDeps,
  others: readonly StoredDelivery[],
  dueAt = '',
): Promise<void> {
  for (const it of others)
    if ((it.dueAt ?? '') < dueAt) await deliveries.replace(it, { ...started(it), dueAt });
}

/** Counts the attempt before it begins, so that nobody else begins it as well. */
async function claim(
  { deliveries, now }: DeliverDeps,
  delivery: StoredDelivery,
  timeout: number,
): Promise<StoredDelivery | undefined> {
  const next = {
    ...started(delivery),
    attempts: delivery.attempts + 1,
    dueAt: new Date(now().getTime() + timeout + leaseBeyondTimeout).toISOString(),
  };
  const isClaimed = await deliveries.replace(delivery, next);
  return isClaimed ? { ...next, version: delivery.version + 1 } : undefined;
}

async function attempt(
  { post, secretOf, now, log }: DeliverDeps,
  webhook: Webhook,
  { eventId: id, body, form, kind, attempts }: StoredDelivery,
  timeout: number,
): Promise<PostResult> {
  const keys = keysIn(secretOf(webhook.id));
  const timestamp = Math.floor(now().getTime() / 1000);
  const result: PostResult = keys
    ? await post({
        webhook,
        headers: signedHeaders({ id, timestamp, body }, keys),
        body,
        timeout,
      })
    : { is: 'failed', code: 'no_secret' };
  log(JSON.stringify({ webhook: webhook.id, form, event: kind, attempts, outcome: result.code }));
  return result;
}

function afterAttempt(
  { now, random }: DeliverDeps,
  delivery: StoredDelivery,
  result: PostResult,
): Delivery {
  const { dueAt: _dueAt, ...rest } = started(delivery);
  const tried = { ...rest, triedAt: now().toISOString(), outcome: result.code };
  if (result.is === 'delivered') return { ...tried, state: 'delivered' };
  const { wait } = result;
  const step = nextStep({ ...delivery, wait }, { now: now(), random: random() });
  return step.is === 'dead'
    ? { ...tried, state: 'dead' }
    : { ...tried, dueAt: step.at.toISOString() };
}

function started(delivery: StoredDelivery): Delivery {
  const { version: _version, isFresh: _isFresh, ...rest } = delivery;
  return rest;
}
