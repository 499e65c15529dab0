import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { BarcodeFormat } from '#core/form/field.ts';
import { barcodeMessages } from '../../messages/en/barcode.ts';
import { useMessages } from '../../messages/locale.ts';
import { scanCode } from './scan-code.ts';
import './scanner.css';

type Props = {
  /** Of the box that the code is for. */
  readonly id: string;
  readonly formats: readonly BarcodeFormat[] | undefined;
  readonly onCode: (code: string) => void;
  readonly onClose: () => void;
};

/** Shows what the camera sees until it sees a code. */
export default function Scanner({ id, formats, onCode, onClose }: Props) {
  const messages = useMessages('barcode', barcodeMessages);
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [status, setStatus] = useState(messages.starting);
  useEffect(() => dialog.current?.showModal(), []);

  const scan = useEffectEvent(async (signal: AbortSignal) => {
    if (!video.current) return;
    const onStarted = () => setStatus(messages.looking);
    const code = await scanCode({ video: video.current, formats, onStarted, signal });
    if (signal.aborted) return;
    if (code.ok) onCode(code.value);
    else setStatus(messages.failed[code.problem]);
  });
  useEffect(() => {
    const stop = new AbortController();
    void scan(stop.signal);
    return () => stop.abort();
  }, []);

  // Outside the question, whose buttons and text are styled differently.
  return createPortal(
    <dialog
      className="dialog scanner"
      ref={dialog}
      aria-labelledby={`${id}-scanner`}
      onClose={onClose}
    >
      <h2 id={`${id}-scanner`}>{messages.pointAt}</h2>
      <video className="scanner-view" ref={video} muted playsInline />
      <output className="hint">{status}</output>
      <div className="actions">
        <button className="button-second" type="button" onClick={() => dialog.current?.close()}>
          {messages.stop}
        </button>
      </div>
    </dialog>,
    document.body,
  );
}
