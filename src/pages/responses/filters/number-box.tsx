import { useState } from 'react';
import { numberToText, parseNumberText } from '../../../controls/number-text.ts';
import { signedNumberInputMode } from '../../../controls/signed-number-keyboard.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';

type Props = {
  /** A number as the filter writes it, or '' for none. */
  readonly value: string;
  readonly onNumber: (value: string) => void;
};

/** A number as people type it. While it is none, the filter ignores it, and the person is told when they leave. */
export function NumberBox({ value, onNumber }: Props) {
  const { noNumber } = useMessages('responses', responsesMessages);
  const [typed, setTyped] = useState(value);
  const [isLeft, setIsLeft] = useState(true);
  // Somebody removed the filter.
  const text = boundOf(typed) === value ? typed : value;
  const isBad = isLeft && text !== '' && boundOf(text) === '';
  return (
    <>
      <input
        className="box"
        type="text"
        dir="auto"
        inputMode={signedNumberInputMode()}
        autoComplete="off"
        value={text}
        aria-invalid={isBad}
        onFocus={() => setIsLeft(false)}
        onBlur={() => setIsLeft(true)}
        onChange={(event) => {
          setTyped(event.target.value);
          onNumber(boundOf(event.target.value));
        }}
      />
      {/* Always on the page: a live region is announced only when its text changes. */}
      <output className="hint">{isBad && <span>{noNumber}</span>}</output>
    </>
  );
}

/** The number in a text, or '' if it is none. */
function boundOf(text: string): string {
  const number = parseNumberText(text.trim());
  return typeof number === 'number' && Number.isFinite(number) ? numberToText(number) : '';
}
