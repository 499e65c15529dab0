import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useDeps } from '../deps.ts';
import type { Parcel } from '../outbox/parcel.ts';
import { Notice } from '../shell/notice.tsx';
import { outbox as outboxInEnglish } from '../words/en/outbox.ts';
import { useWords } from '../words/speech.ts';

/** What was given up, all of it, until that is undone or the page that says so is left. In memory alone. */
type Given = { readonly parcels: readonly Parcel[]; readonly isTooLate: boolean };

const none: Given = { parcels: [], isTooLate: false };
const listeners = new Set<() => void>();
let given = none;

function show(next: Given): void {
  given = next;
  for (const listener of listeners) listener();
}

/** @param parcels none when it was too late for it */
export function noteDiscarded(parcels: readonly Parcel[]): void {
  show({ parcels: [...given.parcels, ...parcels], isTooLate: parcels.length === 0 });
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says so, and undoes it. Stands inside a live region; takes the focus, for what had it is gone. */
export function Discarded() {
  const { outbox } = useDeps();
  const words = useWords('outbox', outboxInEnglish);
  const button = useRef<HTMLButtonElement>(null);
  const { parcels, isTooLate } = useSyncExternalStore(subscribe, () => given);
  useEffect(() => () => show(none), []);
  useEffect(() => {
    if (parcels.length > 0) button.current?.focus();
  }, [parcels]);
  function undo() {
    show(none);
    void outbox.bringBack(parcels);
  }
  return (
    <>
      {isTooLate && (
        <Notice tone="waiting" heading={words.notDiscarded}>
          <span>{words.isBeingSent}</span>
        </Notice>
      )}
      {parcels.length > 0 && (
        <Notice tone="done" heading={words.discarded}>
          <button className="button-quiet" type="button" ref={button} onClick={undo}>
            {words.undo}
          </button>
        </Notice>
      )}
    </>
  );
}
