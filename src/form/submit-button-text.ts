import { isIdSpent } from '../cloud/api/api-failure.ts';
import type { firstLoad } from '../messages/en/first-load.ts';
import type { Sending } from './filling.ts';

/** The submit button's text: the form's own, unless it is being sent or has failed. */
export function submitButtonText(
  sending: Sending,
  action: string,
  messages: typeof firstLoad,
): string {
  if (sending.is === 'under-way') return messages.sending;
  if (sending.is !== 'failed') return action;
  return needsNewId(sending) ? messages.sendAsNew : messages.tryAgain;
}

export function needsNewId(sending: Sending): boolean {
  return sending.is === 'failed' && sending.failure.is === 'refused' && isIdSpent(sending.failure);
}
