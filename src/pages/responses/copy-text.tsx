import { useEffect, useRef, useState } from 'react';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = {
  readonly text: string;
  readonly label: string;
  /** What a screen reader calls the button, if the label alone does not say enough. */
  readonly name?: string;
  /** Shown with the text where the browser forbids copying. */
  readonly byHand: string;
  readonly className: string;
};

/** Milliseconds that “Copied” is shown. */
const shown = 3000;

/** A button that copies a text. */
export function CopyText({ text, label, name, byHand, className }: Props) {
  const { copied } = useMessages('responses', responsesMessages);
  const [state, setState] = useState<'idle' | 'copied' | 'forbidden'>('idle');
  useEffect(() => {
    if (state !== 'copied') return undefined;
    const timer = setTimeout(() => setState('idle'), shown);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('forbidden');
    }
  }

  return (
    <span className="copy-text">
      <button
        className={className}
        type="button"
        aria-label={state === 'copied' ? undefined : name}
        onClick={() => void copy()}
      >
        {state === 'copied' ? copied : label}
      </button>
      <output className="visually-hidden">{state === 'copied' && <span>{copied}</span>}</output>
      {state === 'forbidden' && <TextToCopy text={text} byHand={byHand} />}
    </span>
  );
}

/** Where the browser forbids copying, the person does it. */
function TextToCopy({ text, byHand }: Pick<Props, 'text' | 'byHand'>) {
  const shownText = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shownText.current) window.getSelection()?.selectAllChildren(shownText.current);
  }, []);
  return (
    <span role="alert">
      <span>{`${byHand} `}</span>
      <code ref={shownText} dir="ltr" translate="no">
        {text}
      </code>
    </span>
  );
}
