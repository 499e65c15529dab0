import { useEffect, useState } from 'react';
import { isStorageAlmostFull } from '../../device/storage-space.ts';
import { Notice } from '../../ui/notice.tsx';
import { outbox as outboxInEnglish } from '../../messages/en/outbox.ts';
import { useMessages } from '../../messages/locale.ts';

/** A warning while there is still storage space for the changes that wait. */
export function AlmostFullNotice() {
  const messages = useMessages('outbox', outboxInEnglish);
  const [isTight, setIsTight] = useState(false);
  useEffect(() => {
    void isStorageAlmostFull(navigator.storage).then(setIsTight, () => undefined);
  }, []);
  return (
    <output>
      {isTight && (
        <Notice tone="attention" heading={messages.almostFull}>
          {messages.freeStorage}
        </Notice>
      )}
    </output>
  );
}
