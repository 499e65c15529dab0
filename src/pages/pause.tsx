import type { Drained } from '../outbox/drainer.ts';
import { Notice } from '../shell/notice.tsx';
import { outbox as outboxInEnglish } from '../words/en/outbox.ts';
import { timeInWords } from '../words/moments.ts';
import { useWords } from '../words/speech.ts';

/** Why nothing leaves at the moment, and when it is tried again. */
export function Pause({ drained }: { readonly drained: Drained | undefined }) {
  const words = useWords('outbox', outboxInEnglish);
  if (drained?.is !== 'rest') return null;
  const why = drained.because ?? 'network';
  const { heading, explanation } = {
    failed: { heading: words.serverFailed, explanation: words.serverLater },
    busy: { heading: words.serverBusy, explanation: words.serverLater },
    aside: { heading: words.allAside, explanation: words.asideAgain },
    network: { heading: words.noConnection, explanation: words.nextAttempt },
    'another-tab': { heading: words.anotherTab, explanation: words.closeOthers },
    storage: { heading: words.noAnswer, explanation: words.storageAgain },
  }[why];
  return (
    <Notice tone="waiting" heading={heading}>
      {explanation(timeInWords(drained.until))}
    </Notice>
  );
}
