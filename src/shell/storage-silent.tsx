import { useOutbox } from '../outbox/use-outbox.ts';
import { notices } from '../words/en/notices.ts';
import { useWords } from '../words/speech.ts';
import { Notice } from './notice.tsx';

/** What waits on this device cannot be read now: nobody may take that for nothing. */
export function StorageSilent() {
  const words = useWords('notices', notices);
  const { isBlocked } = useOutbox();
  return (
    <Notice tone="attention" heading={isBlocked ? words.blocked : words.noAnswer}>
      {isBlocked ? words.nothingKept : words.whatToDo}
    </Notice>
  );
}
