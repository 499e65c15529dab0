import type { Webhook } from '#core/events/webhook.ts';
import type { DeliveryStore, StoredDelivery } from './delivery-store.ts';
import { fresh } from './new-deliveries.ts';
import type { ReceiverPace } from './receiver-pace.ts';

type SendAgainDeps = {
  readonly deliveries: Pick<DeliveryStore, 'replace'>;
  readonly pace: Pick<ReceiverPace, 'set'>;
  readonly now: () => Date;
};
type Deps = SendAgainDeps & { readonly deliveries: Pick<DeliveryStore, 'list'> };

/** Queues a delivery as if it were new, with the same id and bytes. Not if it was tried meanwhile. */
export async function sendAgain(
  { deliveries, pace, now }: SendAgainDeps,
  delivery: StoredDelivery,
): Promise<boolean> {
  // Somebody believes that the receiver answers now, so it is tried at once.
  await pace.set(delivery.webhook, false);
  const { version: _version, ...rest } = delivery;
  return deliveries.replace(delivery, { ...rest, ...fresh(now()) });
}

/** How many of a webhook were given up, and are now queued again. */
export type SentAgain = {
  readonly form: string;
  readonly webhook: string;
  readonly events: number;
};

const pageSize = 100;

/** Queues everything again that was given up. */
export async function sendDeadAgain(
  deps: Deps,
  webhooks: readonly Webhook[],
): Promise<readonly SentAgain[]> {
  const found: SentAgain[] = [];
  for (const form of new Set(webhooks.flatMap((it) => it.forms))) {
    const dead = await deadOf(deps, form);
    // Those of an entry in their order, so that none is started before an earlier one.
    const inOrder = dead.toSorted((a, b) => (a.order < b.order ? -1 : 1));
    for (const { id: webhook } of webhooks.filter((it) => it.forms.includes(form))) {
      let events = 0;
      for (const it of inOrder.filter((each) => each.webhook === webhook))
        if (await sendAgain(deps, it)) events += 1;
      found.push({ form, webhook, events });
    }
  }
  return found;
}

async function deadOf({ deliveries }: Deps, form: string): Promise<readonly StoredDelivery[]> {
  const dead: StoredDelivery[] = [];
  let before: string | undefined;
  do {
    const page = await deliveries.list({ form, limit: pageSize, before });
    dead.push(...page.deliveries.filter((it) => it.state === 'dead'));
    before = page.next;
  } while (before !== undefined);
  return dead;
}
