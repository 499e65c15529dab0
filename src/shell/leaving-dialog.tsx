import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useDeps } from '../deps.ts';
import { useWaiting } from '../outbox/use-outbox.ts';

type Props = { readonly onLeave: () => void; readonly onStay: () => void };

/** Asked before signing out while something waits: what is to become of it. */
export default function LeavingDialog({ onLeave, onStay }: Props) {
  const { outbox } = useDeps();
  const waiting = useWaiting();
  const dialog = useRef<HTMLDialogElement>(null);
  const [status, setStatus] = useState('');
  useEffect(() => dialog.current?.showModal(), []);

  async function sendFirst() {
    setStatus('Sending…');
    const drained = await outbox.drain({ anew: true });
    if (drained?.is === 'done' && outbox.view().parcels?.every((it) => it.stand.is === 'delivered'))
      return onLeave();
    setStatus('Not everything could be sent. Keep it for next time, or stay signed in.');
  }

  async function discardFirst() {
    await outbox.forget();
    onLeave();
  }

  // Outside of the navigation, whose buttons look otherwise.
  return createPortal(
    <dialog className="dialog" ref={dialog} aria-labelledby="leaving-heading" onClose={onStay}>
      <h2 id="leaving-heading">Something is not delivered yet</h2>
      <p>
        Waiting on this device: {waiting}. Nobody else who uses this device can see it or send it.
      </p>
      <output className="hint">{status}</output>
      <div className="actions">
        <button className="button" type="button" onClick={onLeave}>
          Keep it for next time
        </button>
        <button className="button-second" type="button" onClick={() => void sendFirst()}>
          Send it now
        </button>
        <button className="button-second" type="button" onClick={() => void discardFirst()}>
          Discard it for ever
        </button>
        <button className="button-quiet" type="button" onClick={() => dialog.current?.close()}>
          Stay signed in
        </button>
      </div>
    </dialog>,
    document.body,
  );
}
