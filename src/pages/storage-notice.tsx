import { useEffect, useState } from 'react';
import { hasLittleRoom } from '../device/room.ts';
import { Notice } from '../shell/notice.tsx';
import { outbox as outboxInEnglish } from '../words/en/outbox.ts';
import { useWords } from '../words/speech.ts';

/** A warning while there is still room for what is waiting. */
export function StorageNotice() {
  const words = useWords('outbox', outboxInEnglish);
  const [isTight, setIsTight] = useState(false);
  useEffect(() => {
    void hasLittleRoom(navigator.storage).then(setIsTight, () => undefined);
  }, []);
  return (
    <output>
      {isTight && (
        <Notice tone="attention" heading={words.almostFull}>
          {words.makeRoom}
        </Notice>
      )}
    </output>
  );
}
