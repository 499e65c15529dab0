import { entryEvents } from '../../../core/events/webhook.ts';
import { replaceModule } from './replaced-module.ts';
import { startTestBackend, type TestBackend } from './test-backend.ts';

/** The functions that know the webhooks. */
const functions = {
  api: { stack: 'api' },
  counts: { stack: 'counts' },
  webhooks: { stack: 'webhooks', folder: 'events' },
};

export const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** A backend with the webhook `stock` of the form `pwausers`, which leads to a receiver on this machine. */
export async function startWebhookBackend(url: string): Promise<TestBackend> {
  const webhook = {
    id: 'stock',
    url,
    forms: ['pwausers'],
    events: entryEvents,
    payload: 'answers',
    allow: ['http', 'private-addresses'],
  };
  const replaced = await replaceModule(functions, {
    module: '#forms/webhooks.ts',
    source: `export const webhooks = ${JSON.stringify([webhook])};`,
  });
  return startTestBackend(({ Type, Properties }) => {
    const { Variables } = (Properties['Environment'] ?? {}) as { Variables?: object };
    const isSender = Variables && 'EVENTS_TABLE' in Variables && !('TABLE_NAME' in Variables);
    if (Type === 'AWS::Lambda::Function' && isSender)
      Object.assign(Variables, { WEBHOOK_STOCK: webhookSecret });
  }, replaced);
}
