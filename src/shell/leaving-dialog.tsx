import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useDeps } from '../deps.ts';
import { useWaiting } from '../outbox/use-outbox.ts';
import { Destructive } from './destructive.tsx';
import { notices } from '../words/en/notices.ts';
import { useWords } from '../words/speech.ts';

type Props = { readonly onLeave: () => void; readonly onStay: () => void };

/** Asked before signing out while something waits: what is to become of it. */
export default function LeavingDialog({ onLeave, onStay }: Props) {
  const { outbox } = useDeps();
  const waiting = useWaiting();
  const words = useWords('notices', notices);
  const dialog = useRef<HTMLDialogElement>(null);
  const [status, setStatus] = useState('');
  useEffect(() => dialog.current?.showModal(), []);

  async function sendFirst() {
    setStatus(words.sending);
    const drained = await outbox.drain({ anew: true });
    if (drained?.is === 'done' && outbox.view().parcels?.every((it) => it.stand.is === 'delivered'))
      return onLeave();
    setStatus(words.notAllSent);
  }

  async function discardFirst() {
    try {
      await outbox.forget();
    } catch {
      return setStatus(words.noAnswer);
    }
    onLeave();
  }

  // Outside of the navigation, whose buttons look otherwise.
  return createPortal(
    <dialog className="dialog" ref={dialog} aria-labelledby="leaving-heading" onClose={onStay}>
      <h2 id="leaving-heading">{words.leaving}</h2>
      <p>{waiting > 0 ? words.whatWaits(waiting) : words.halfTyped}</p>
      <output className="hint">{status}</output>
      <div className="actions">
        <button className="button" type="button" onClick={onLeave}>
          {words.keepIt}
        </button>
        {waiting > 0 && (
          <button className="button-second" type="button" onClick={() => void sendFirst()}>
            {words.sendNow}
          </button>
        )}
        <button className="button-quiet" type="button" onClick={() => dialog.current?.close()}>
          {words.stay}
        </button>
        <Destructive words={words.discard} onPress={() => void discardFirst()} />
      </div>
    </dialog>,
    document.body,
  );
}
