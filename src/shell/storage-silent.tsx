import { notices } from '../words/en/notices.ts';
import { useWords } from '../words/speech.ts';
import { Notice } from './notice.tsx';

/** What waits on this device cannot be read now: nobody may take that for nothing. */
export function StorageSilent() {
  const words = useWords('notices', notices);
  return (
    <Notice tone="attention" heading={words.noAnswer}>
      {words.whatToDo}
    </Notice>
  );
}
