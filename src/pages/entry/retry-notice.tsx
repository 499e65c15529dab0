import type { FlushResult } from '../../outbox/delivery/delivery-queue.ts';
import { Notice } from '../../ui/notice.tsx';
import { outbox as outboxInEnglish } from '../../messages/en/outbox.ts';
import { formatTime } from '../../messages/date-format.ts';
import { useMessages } from '../../messages/locale.ts';

/** Why sending is paused, and when it is tried again. */
export function RetryNotice({ lastFlush }: { readonly lastFlush: FlushResult | undefined }) {
  const messages = useMessages('outbox', outboxInEnglish);
  if (lastFlush?.is !== 'paused') return null;
  const why = lastFlush.because ?? 'network';
  const { heading, explanation } = {
    failed: { heading: messages.serverFailed, explanation: messages.serverLater },
    busy: { heading: messages.serverBusy, explanation: messages.serverLater },
    aside: { heading: messages.allAside, explanation: messages.asideAgain },
    network: { heading: messages.noConnection, explanation: messages.nextAttempt },
    'another-tab': { heading: messages.anotherTab, explanation: messages.closeOthers },
    storage: { heading: messages.noAnswer, explanation: messages.storageAgain },
  }[why];
  return (
    <Notice tone="waiting" heading={heading}>
      {explanation(formatTime(lastFlush.until))}
    </Notice>
  );
}
