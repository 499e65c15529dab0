import { useState } from 'react';
import type { ControlNamed } from '#core/form/field.ts';
import { barcodeMessages } from '../../messages/en/barcode.ts';
import { useMessages } from '../../messages/locale.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Labelled } from '../question-layout.tsx';
import { inputAria, textValue, type Question } from '../question.ts';

/** Loaded when somebody wants to scan. */
const Scanner = lazyPart(() => import('./scanner.tsx'), { Missing: ScannerMissing });

/** A box for the text of a code, and a button to read it with the camera. */
export default function Barcode(question: Question<ControlNamed<'barcode'>>) {
  const { id, name, control, controlValue, onControlValue } = question;
  const messages = useMessages('barcode', barcodeMessages);
  const [isScanning, setIsScanning] = useState(false);
  const [status, setStatus] = useState('');

  function close() {
    setIsScanning(false);
    document.getElementById(id)?.focus();
  }

  return (
    <Labelled question={question}>
      <input
        className="box"
        id={id}
        name={name}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...inputAria(question)}
        value={textValue(controlValue)}
        onChange={(event) => onControlValue(event.target.value)}
      />
      <button
        className="button-second"
        type="button"
        aria-describedby={`${id}-label`}
        onClick={() => {
          setStatus('');
          setIsScanning(true);
        }}
      >
        {messages.scan}
      </button>
      <output className="hint">{status}</output>
      {isScanning && (
        <Scanner
          id={id}
          formats={control.formats}
          onCode={(code) => {
            onControlValue(code);
            setStatus(messages.filledIn);
            close();
          }}
          onClose={close}
        />
      )}
    </Labelled>
  );
}

/** Only the scanner is missing: the code can still be typed. */
function ScannerMissing() {
  const { failed } = useMessages('barcode', barcodeMessages);
  return <output className="hint">{failed.unloaded}</output>;
}
