import { entryEvents, type EventKind } from '#core/events/webhook.ts';
import { isRecord } from '#core/values/is-record.ts';
import { ok, type Result } from '#core/values/result.ts';
import type { ApiCaller } from '../../../cloud/api/api-caller.ts';
import { notFromOurApi, type ApiFailure } from '../../../cloud/api/api-failure.ts';

export type ListedDelivery = {
  readonly id: string;
  readonly webhook: string;
  readonly event: EventKind;
  /** Absent for a test. */
  readonly entry?: string;
  readonly respondent?: string;
  readonly at: string;
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly attempts: number;
  readonly outcome?: string;
  readonly dueAt?: string;
};

export type DeliveriesPage = {
  readonly webhooks: readonly string[];
  readonly deliveries: readonly ListedDelivery[];
  readonly cursor: string | undefined;
};

export type DeliveriesApi = {
  list(cursor?: string): Promise<Result<DeliveriesPage, ApiFailure>>;
  sendAgain(delivery: string): Promise<Result<unknown, ApiFailure>>;
  sendTest(webhook: string): Promise<Result<unknown, ApiFailure>>;
};

const pageSize = 25;

/** @param as the owner whose page this is */
export function createDeliveriesApi(call: ApiCaller, form: string, as: string): DeliveriesApi {
  return {
    async list(cursor) {
      const query = new URLSearchParams({ limit: String(pageSize), ...(cursor && { cursor }) });
      const replied = await call('deliveries', { form }, { as, query: `?${query}` });
      if (!replied.ok) return replied;
      const { webhooks, items, cursor: next } = isRecord(replied.value) ? replied.value : {};
      const isUnderstood =
        Array.isArray(webhooks) && Array.isArray(items) && items.every(isDelivery);
      if (!isUnderstood) return notFromOurApi;
      const more = typeof next === 'string' ? next : undefined;
      return ok({ webhooks: webhooks.map(String), deliveries: items, cursor: more });
    },
    sendAgain: (delivery) => call('sendAgain', { form, delivery }, { as }),
    sendTest: (webhook) => call('sendTest', { form, webhook }, { as }),
  };
}

const kinds: readonly unknown[] = [...entryEvents, 'test'];
const states: readonly unknown[] = ['waiting', 'delivered', 'dead'];

function isDelivery(it: unknown): it is ListedDelivery {
  if (!isRecord(it)) return false;
  const { id, webhook, event, entry = '', respondent = '', at, state } = it;
  const { attempts, outcome = '', dueAt = '' } = it;
  const texts = [id, webhook, entry, respondent, at, outcome, dueAt];
  return (
    texts.every((text) => typeof text === 'string') &&
    kinds.includes(event) &&
    states.includes(state) &&
    typeof attempts === 'number'
  );
}
