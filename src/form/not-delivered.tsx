import { getOwn } from '#core/values/own-property.ts';
import type { ApiFailure } from '../cloud/api/api-failure.ts';
import type { PagePath } from '../page-paths.ts';
import { Link } from '../ui/navigation.ts';
import { Notice } from '../ui/notice.tsx';
import { notices } from '../messages/en/notices.ts';
import { useMessages } from '../messages/locale.ts';
import { needsNewId } from './submit-button-text.ts';

/** Explains why an entry was not delivered, and that nothing is lost. */
export default function NotDelivered({
  failure,
  entriesPath,
}: {
  failure: ApiFailure;
  entriesPath: PagePath;
}) {
  const messages = useMessages('notices', notices);
  const [heading, explanation] = textFor(failure, messages);
  return (
    <div role="alert">
      <Notice tone="waiting" heading={heading}>
        <span>{`${explanation} `}</span>
        {isSettled(failure) && <Link href={entriesPath}>{messages.seeEntries}</Link>}
      </Notice>
    </div>
  );
}

function isSettled(failure: ApiFailure): boolean {
  return needsNewId({ is: 'failed', failure });
}

function textFor(
  failure: ApiFailure,
  messages: typeof notices,
): readonly [heading: string, explanation: string] {
  if (failure.is === 'unreachable') return [messages.notDeliveredYet, messages.kept];
  if (failure.is === 'signed-out') return [messages.notDeliveredYet, messages.signInToSend];
  if (failure.code === 'gone') return [messages.withdrawn, messages.withdrawnKept];
  if (failure.code === 'idempotency_key_reused')
    return [messages.deliveredBefore, messages.deliveredKept];
  return [
    messages.notDelivered,
    messages.because(getOwn(messages.problems, failure.code) ?? failure.title),
  ];
}
