import { parseCursor, parsePageSize } from '#core/api/query-parameters.ts';
import { webhooksOf } from '#core/events/webhook.ts';
import { newId } from '#core/values/id.ts';
import { err, ok } from '#core/values/result.ts';
import { deliveryId, type Delivery } from '../../events/delivery.ts';
import { testDelivery } from '../../events/new-deliveries.ts';
import { sendAgain } from '../../events/send-again.ts';
import type { RouteHandler } from '../request-context.ts';

/** For owners of the form: what its webhooks were sent, and will be. */
export const listDeliveries: RouteHandler = async ({ events }, { request, form }) => {
  const limit = parsePageSize(request.query['limit']);
  if (!limit.ok) return limit;
  const before = parseCursor(request.query['cursor'], (it) => (it === '' ? undefined : it));
  if (!before.ok) return before;
  const webhooks = webhooksOf(events.webhooks, form.id).map(({ id }) => id);
  if (events.webhooks.length === 0) return ok({ status: 200, body: { webhooks, items: [] } });
  const page = await events.deliveries.list({
    form: form.id,
    limit: limit.value,
    before: before.value,
  });
  const items = page.deliveries.map(toListed);
  const body = { webhooks, items, ...(page.next !== undefined && { cursor: page.next }) };
  return ok({ status: 200, body });
};

function toListed(delivery: Delivery) {
  const { webhook, kind, entry, username, entryVersion, at, state, attempts } = delivery;
  const { triedAt, outcome, dueAt } = delivery;
  return {
    id: deliveryId(delivery),
    webhook,
    event: kind,
    ...(kind !== 'test' && { entry, respondent: username, version: entryVersion }),
    at,
    state,
    attempts,
    ...(triedAt !== undefined && { triedAt }),
    ...(outcome !== undefined && { outcome }),
    ...(dueAt !== undefined && { dueAt }),
  };
}

/** Sends an event again, also one that has arrived. */
export const sendDeliveryAgain: RouteHandler = async ({ events, now }, { form, parameters }) => {
  if (events.webhooks.length === 0) return err({ code: 'not_found' });
  const found = await events.deliveries.find(form.id, parameters['delivery'] ?? '');
  if (!found) return err({ code: 'not_found' });
  // If it has changed since it was found, it is being sent at this moment.
  await sendAgain({ ...events, now }, found);
  return ok({ status: 200, body: { queued: true } });
};

export const sendTest: RouteHandler = async (
  { events, now, randomBytes },
  { form, parameters },
) => {
  const webhooks = webhooksOf(events.webhooks, form.id);
  const webhook = webhooks.find(({ id }) => id === parameters['webhook']);
  if (!webhook) return err({ code: 'not_found' });
  const id = newId({ now: now().getTime(), random: randomBytes(10) });
  await events.pace.set(webhook.id, false);
  await events.deliveries.add(testDelivery(webhook, { form: form.id, id }, now()));
  return ok({ status: 200, body: { queued: true } });
};
