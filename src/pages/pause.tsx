import type { Drained } from '../outbox/drainer.ts';
import { Notice } from '../shell/notice.tsx';
import { outbox as outboxInEnglish } from '../words/en/outbox.ts';
import { timeInWords } from '../words/moments.ts';
import { useWords } from '../words/speech.ts';

/** Why nothing leaves at the moment, and when it is tried again. */
export function Pause({ drained }: { readonly drained: Drained | undefined }) {
  const words = useWords('outbox', outboxInEnglish);
  if (drained?.is !== 'rest') return null;
  return (
    <Notice tone="waiting" heading={words.noConnection}>
      {words.nextAttempt(timeInWords(drained.until))}
    </Notice>
  );
}
