import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useDeps } from '../../deps.ts';
import type { QueuedChange } from '../../outbox/changes/queued-change.ts';
import { Notice } from '../../ui/notice.tsx';
import { outbox as outboxInEnglish } from '../../messages/en/outbox.ts';
import { useMessages } from '../../messages/locale.ts';

/** Changes that were discarded on this page. Until it is left they can be brought back. In memory only. */
type Discards = { readonly changes: readonly QueuedChange[]; readonly isTooLate: boolean };

const none: Discards = { changes: [], isTooLate: false };
const listeners = new Set<() => void>();
let discards = none;

function show(next: Discards): void {
  discards = next;
  for (const listener of listeners) listener();
}

/** @param changes empty when it was too late to discard */
export function announceDiscarded(changes: readonly QueuedChange[]): void {
  show({ changes: [...discards.changes, ...changes], isTooLate: changes.length === 0 });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Announces a discard, with "Undo". Inside a live region; takes the focus, as the pressed button is
 * gone.
 */
export function DiscardedNotice() {
  const { outbox } = useDeps();
  const messages = useMessages('outbox', outboxInEnglish);
  const button = useRef<HTMLButtonElement>(null);
  const { changes, isTooLate } = useSyncExternalStore(subscribe, () => discards);
  useEffect(() => () => show(none), []);
  useEffect(() => {
    if (changes.length > 0) button.current?.focus();
  }, [changes]);
  function undo() {
    show(none);
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
