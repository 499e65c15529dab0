import { useEffect, useState } from 'react';
import { hasLittleRoom } from '../device/room.ts';
import { Notice } from '../shell/notice.tsx';

/** A warning while there is still room for what is waiting. */
export function StorageNotice() {
  const [isTight, setIsTight] = useState(false);
  useEffect(() => {
    void hasLittleRoom(navigator.storage).then(setIsTight, () => undefined);
  }, []);
  return (
    <output>
      {isTight && (
        <Notice tone="attention" heading="This device is almost full">
          Send what waits, or export it to a file, before you fill in more.
        </Notice>
      )}
    </output>
  );
}
