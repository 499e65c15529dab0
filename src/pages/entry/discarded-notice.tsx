import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useDeps } from '../../deps.ts';
import { Notice } from '../../ui/notice.tsx';
import { outbox as outboxInEnglish } from '../../messages/en/outbox.ts';
import { useMessages } from '../../messages/locale.ts';
import { forgetDiscards, lastDiscards, subscribeToDiscards } from './discards.ts';

/**
 * Announces a discard, with "Undo". Inside a live region; takes the focus, as the pressed button is
 * gone.
 */
export function DiscardedNotice() {
  const { outbox } = useDeps();
  const messages = useMessages('outbox', outboxInEnglish);
  const button = useRef<HTMLButtonElement>(null);
  const { changes, isTooLate } = useSyncExternalStore(subscribeToDiscards, lastDiscards);
  useEffect(() => forgetDiscards, []);
  useEffect(() => {
    if (changes.length > 0) button.current?.focus();
  }, [changes]);
  function undo() {
    forgetDiscards();
    void outbox.bringBack(changes);
  }
  return (
    <>
      {isTooLate && (
        <Notice tone="waiting" heading={messages.notDiscarded}>
          <span>{messages.isBeingSent}</span>
        </Notice>
      )}
      {changes.length > 0 && (
        <Notice tone="done" heading={messages.discarded}>
          <button className="button-quiet" type="button" ref={button} onClick={undo}>
            {messages.undo}
          </button>
        </Notice>
      )}
    </>
  );
}
