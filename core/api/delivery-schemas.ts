import type { JsonSchema } from '../form/field.ts';
import { entryEvents } from '../events/webhook.ts';

const instant = { type: 'string', format: 'date-time' };

const delivery: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    webhook: { type: 'string' },
    event: { type: 'string', enum: [...entryEvents, 'test'] },
    entry: { type: 'string', description: 'Absent for a test.' },
    respondent: { type: 'string' },
    version: { type: 'integer' },
    at: { ...instant, description: 'When it happened.' },
    state: { type: 'string', enum: ['waiting', 'delivered', 'dead'] },
    attempts: { type: 'integer', description: 'How often it was tried.' },
    triedAt: { ...instant, description: 'When it was tried last.' },
    outcome: { type: 'string', description: 'With which result, such as `http_500`.' },
    dueAt: { ...instant, description: 'While waiting: when it is tried next.' },
  },
  required: ['id', 'webhook', 'event', 'at', 'state', 'attempts'],
};

/** What is returned about what webhooks were sent. */
export const deliverySchemas: { readonly [name: string]: JsonSchema } = {
  deliveries: {
    type: 'object',
    properties: {
      webhooks: { type: 'array', items: { type: 'string' } },
      items: { type: 'array', items: delivery },
      cursor: { type: 'string' },
    },
    required: ['webhooks', 'items'],
  },
  queued: { type: 'object', properties: { queued: { const: true } }, required: ['queued'] },
};

export const exampleDelivery = {
  id: '1767355200000_018f3c2e-7b1a-7000-8000-0123456789ab_1_created_c0ffeec0ffeec0ff_stock',
  webhook: 'stock',
  event: 'created',
  entry: '018f3c2e-7b1a-7000-8000-0123456789ab',
  respondent: '5f0c7a52-0000-4000-8000-000000000000',
  version: 1,
  at: '2026-01-02T12:00:00.000Z',
  state: 'waiting',
  attempts: 1,
  triedAt: '2026-01-02T12:00:01.000Z',
  outcome: 'http_503',
  dueAt: '2026-01-02T12:01:05.000Z',
};
