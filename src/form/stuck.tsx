import { Link } from 'wouter';
import { own } from '#core/own.ts';
import type { Failure } from '../cloud/failure.ts';
import { Notice } from '../shell/notice.tsx';
import { notices } from '../words/en/notices.ts';
import { useWords } from '../words/speech.ts';
import { needsNewId } from './button-words.ts';

/** Why an entry did not arrive, and that nothing is lost. */
export default function Stuck({ failure, entriesPath }: { failure: Failure; entriesPath: string }) {
  const words = useWords('notices', notices);
  const [heading, explanation] = wordsFor(failure, words);
  return (
    <div role="alert">
      <Notice tone="waiting" heading={heading}>
        <span>{`${explanation} `}</span>
        {isSettled(failure) && <Link href={entriesPath}>{words.seeEntries}</Link>}
      </Notice>
    </div>
  );
}

function isSettled(failure: Failure): boolean {
  return needsNewId({ is: 'stuck', failure });
}

function wordsFor(
  failure: Failure,
  words: typeof notices,
): readonly [heading: string, explanation: string] {
  if (failure.is === 'unreachable') return [words.notDeliveredYet, words.kept];
  if (failure.is === 'signed-out') return [words.notDeliveredYet, words.signInToSend];
  if (failure.code === 'gone') return [words.withdrawn, words.withdrawnKept];
  if (failure.code === 'idempotency_key_reused')
    return [words.deliveredBefore, words.deliveredKept];
  return [words.notDelivered, words.because(own(words.problems, failure.code) ?? failure.title)];
}
