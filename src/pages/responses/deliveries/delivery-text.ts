import { getOwn } from '#core/values/own-property.ts';
import { formatDateTime } from '../../../messages/date-format.ts';
import type { Messages } from '../../../messages/namespaces.ts';
import type { ListedDelivery } from './deliveries-api.ts';

type Texts = Messages['deliveries'];

/** Where a delivery stands. */
export function stateText({ state, attempts, dueAt }: ListedDelivery, messages: Texts): string {
  if (state !== 'waiting') return messages[state];
  const isTried = attempts > 0 && dueAt !== undefined;
  return isTried ? messages.triedAgain(formatDateTime(dueAt)) : messages.waiting;
}

/** With which result it was tried last. An unusual one as the server has it. */
export function outcomeText({ outcome }: ListedDelivery, messages: Texts): string {
  if (outcome === undefined) return '–';
  const [, status] = /^http_(\d{3})$/.exec(outcome) ?? [];
  if (status !== undefined) return messages.answered(Number(status));
  return getOwn<string>(messages.outcomes, outcome) ?? outcome;
}
