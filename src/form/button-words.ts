import { isIdSpent } from '../cloud/failure.ts';
import type { first } from '../words/en/first.ts';
import type { Sending } from './filling.ts';

/** What the button says, in the form's words until there is a reason for others. */
export function buttonWords(sending: Sending, action: string, words: typeof first): string {
  if (sending.is === 'under-way') return words.sending;
  if (sending.is !== 'stuck') return action;
  return needsNewId(sending) ? words.sendAsNew : words.tryAgain;
}

export function needsNewId(sending: Sending): boolean {
  return sending.is === 'stuck' && sending.failure.is === 'refused' && isIdSpent(sending.failure);
}
