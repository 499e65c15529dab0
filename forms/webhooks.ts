import type { Webhook } from '#core/events/webhook.ts';

/** The servers that are told what happens to entries: docs/webhooks.md. */
export const webhooks: readonly Webhook[] = [];
