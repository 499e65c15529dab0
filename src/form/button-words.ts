import { isIdSpent } from '../cloud/failure.ts';
import type { Sending } from './filling.ts';

/** What the button says, in the form's words until there is a reason for others. */
export function buttonWords(sending: Sending, action: string): string {
  if (sending.is === 'under-way') return 'Sending…';
  if (sending.is !== 'stuck') return action;
  return needsNewId(sending) ? 'Send as a new entry' : 'Try again';
}

export function needsNewId(sending: Sending): boolean {
  return sending.is === 'stuck' && sending.failure.is === 'refused' && isIdSpent(sending.failure);
}
