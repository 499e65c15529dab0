import { useOutbox } from './use-outbox.ts';
import { notices } from '../messages/en/notices.ts';
import { useMessages } from '../messages/locale.ts';
import { Notice } from './notice.tsx';

/** This device's changes cannot be read now. Without this notice people would think there are none. */
export function StorageUnavailable() {
  const messages = useMessages('notices', notices);
  const { isBlocked } = useOutbox();
  return (
    <Notice tone="attention" heading={isBlocked ? messages.blocked : messages.noAnswer}>
      {isBlocked ? messages.nothingKept : messages.whatToDo}
    </Notice>
  );
}
