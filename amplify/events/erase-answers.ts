import type { EntryKey } from '#core/entries/store/entry-store.ts';
import { withoutAnswers } from '#core/events/event-message.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryStore, StoredDelivery } from './delivery-store.ts';

type Deps = { readonly deliveries: Pick<DeliveryStore, 'sequence' | 'replace'> };

/** Against those who try to send it at the same moment. */
const mostRounds = 10;

/** Removes the answers of an erased entry from what was sent about it, and from what is waiting to be sent. */
export async function eraseAnswers(
  { deliveries }: Deps,
  { webhook, form, username, id }: EntryKey & { readonly webhook: string },
): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const sequence = await deliveries.sequence({ webhook, form, username, entry: id });
    const withAnswers = sequence.filter((it) => it.hasAnswers);
    if (withAnswers.length === 0) return;
    for (const it of withAnswers) await deliveries.replace(it, erased(it));
  }
  throw new Error('The answers of an erased entry could not be removed from its events.');
}

function erased({ version: _version, ...delivery }: StoredDelivery): Delivery {
  return { ...delivery, ...withoutAnswers(delivery.body) };
}
