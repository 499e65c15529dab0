import { useEffect, useRef, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { pathTo } from '../../page-paths.ts';
import { responsesMessages } from '../../messages/en/responses.ts';
import { useMessages } from '../../messages/locale.ts';

type Props = { readonly form: Pick<Form, 'id' | 'title'>; readonly className: string };

/** Milliseconds that “Copied” is shown. */
const shown = 3000;

/** Copies a form's address, to send it to people. */
export function CopyLink({ form, className }: Props) {
  const messages = useMessages('responses', responsesMessages);
  const [state, setState] = useState<'idle' | 'copied' | 'forbidden'>('idle');
  const address = window.location.origin + pathTo.fill(form.id);
  useEffect(() => {
    if (state !== 'copied') return undefined;
    const timer = setTimeout(() => setState('idle'), shown);
    return () => clearTimeout(timer);
  }, [state]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(address);
      setState('copied');
    } catch {
      setState('forbidden');
    }
  }

  return (
    <span className="copy-link">
      <button
        className={className}
        type="button"
        aria-label={state === 'copied' ? undefined : messages.copyLinkTo(form.title)}
        onClick={() => void copy()}
      >
        {state === 'copied' ? messages.copied : messages.copyLink}
      </button>
      <output className="visually-hidden">
        {state === 'copied' && <span>{messages.copied}</span>}
      </output>
      {state === 'forbidden' && <AddressToCopy address={address} />}
    </span>
  );
}

/** Where the browser forbids copying, the person does it. */
function AddressToCopy({ address }: { readonly address: string }) {
  const { copyByHand } = useMessages('responses', responsesMessages);
  const text = useRef<HTMLElement>(null);
  useEffect(() => {
    if (text.current) window.getSelection()?.selectAllChildren(text.current);
  }, []);
  return (
    <span role="alert">
      <span>{`${copyByHand} `}</span>
      <code ref={text} dir="ltr" translate="no">
        {address}
      </code>
    </span>
  );
}
