import { Link } from 'wouter';
import type { Failure } from '../cloud/api.ts';
import { Notice } from '../shell/notice.tsx';
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

/** Why an entry did not arrive, and that nothing is lost. */
export function Stuck({ failure, entriesPath }: { failure: Failure; entriesPath: string }) {
  const [heading, explanation] = wordsFor(failure);
  return (
    <div role="alert">
      <Notice tone="waiting" heading={heading}>
        {explanation} {isSettled(failure) && <Link href={entriesPath}>See my entries</Link>}
      </Notice>
    </div>
  );
}

function isSettled(failure: Failure): boolean {
  return needsNewId({ is: 'stuck', failure });
}

function wordsFor(failure: Failure): readonly [heading: string, explanation: string] {
  const kept = 'What you typed is kept on this device.';
  if (failure.is === 'unreachable') return ['Not delivered yet', kept];
  if (failure.is === 'signed-out') return ['Not delivered yet', `Sign in to send this. ${kept}`];
  if (failure.code === 'gone')
    return ['This entry was withdrawn', `It cannot be sent again as it is. ${kept}`];
  if (failure.code === 'idempotency_key_reused')
    return [
      'This entry was already delivered, with other answers',
      `The delivered one stays as it is. ${kept}`,
    ];
  return ['Not delivered', `${failure.title}. ${kept}`];
}
