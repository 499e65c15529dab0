import { Link } from 'wouter';
import type { Failure } from '../cloud/failure.ts';
import { Notice } from '../shell/notice.tsx';
import { needsNewId } from './button-words.ts';

/** Why an entry did not arrive, and that nothing is lost. */
export default function Stuck({ failure, entriesPath }: { failure: Failure; entriesPath: string }) {
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
  const kept = 'What you typed is still on this page.';
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
