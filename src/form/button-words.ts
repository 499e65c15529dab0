import type { Sending } from './filling.ts';

/** What the button says, in the form's words until there is a reason for others. */
export function buttonWords(sending: Sending, action: string): string {
  if (sending.is === 'under-way') return 'Sending…';
  if (sending.is !== 'stuck') return action;
  return needsNewId(sending) ? 'Send as a new entry' : 'Try again';
}

/** Whether the entry of this id is settled at the other end, so that only a new one can be sent. */
export function needsNewId(sending: Sending): boolean {
  return (
    sending.is === 'stuck' &&
    sending.failure.is === 'refused' &&
    ['gone', 'idempotency_key_reused'].includes(sending.failure.code)
  );
}
