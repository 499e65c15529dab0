import type { Webhook } from '#core/events/webhook.ts';
import { createDeliveryStore } from '../events/delivery-store.ts';
import { createReceiverPace } from '../events/receiver-pace.ts';
import { createMemoryTable } from './memory-table.ts';

/** What webhooks are sent, in memory. */
export function createMemoryEvents(webhooks: readonly Webhook[]) {
  const table = createMemoryTable();
  return {
    webhooks,
    deliveries: createDeliveryStore({ table }),
    pace: createReceiverPace({ table }),
  };
}
