import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useDeps } from '../../deps.ts';
import { useWaitingCount } from '../../ui/use-outbox.ts';
import { DestructiveButton } from '../../ui/destructive-button.tsx';
import { notices } from '../../messages/en/notices.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = { readonly onLeave: () => void; readonly onStay: () => void };

/** Shown before signing out while changes wait: send, keep or discard them? */
export function SignOutDialog({ onLeave, onStay }: Props) {
  const { outbox } = useDeps();
  const waiting = useWaitingCount();
  const messages = useMessages('notices', notices);
  const dialog = useRef<HTMLDialogElement>(null);
  const [status, setStatus] = useState('');
  useEffect(() => dialog.current?.showModal(), []);

  async function sendFirst() {
    setStatus(messages.sending);
    const flushResult = await outbox.flush({ force: true });
    if (
      flushResult?.is === 'done' &&
      outbox.view().changes?.every((it) => it.status.is === 'delivered')
    )
      return onLeave();
    setStatus(messages.notAllSent);
  }

  async function discardFirst() {
    try {
      await outbox.forget();
    } catch {
      return setStatus(messages.noAnswer);
    }
    onLeave();
  }

  // Outside the navigation, whose buttons are styled differently.
  return createPortal(
    <dialog className="dialog" ref={dialog} aria-labelledby="leaving-heading" onClose={onStay}>
      <h2 id="leaving-heading">{messages.leaving}</h2>
      <p>{waiting > 0 ? messages.whatWaits(waiting) : messages.halfTyped}</p>
      <output className="hint">{status}</output>
      <div className="actions">
        <button className="button" type="button" onClick={onLeave}>
          {messages.keepIt}
        </button>
        {waiting > 0 && (
          <button className="button-second" type="button" onClick={() => void sendFirst()}>
            {messages.sendNow}
          </button>
        )}
        <button className="button-quiet" type="button" onClick={() => dialog.current?.close()}>
          {messages.stay}
        </button>
        <DestructiveButton label={messages.discard} onPress={() => void discardFirst()} />
      </div>
    </dialog>,
    document.body,
  );
}
