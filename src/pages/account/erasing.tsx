import { useEffect, useRef } from 'react';
import { account } from '../../messages/en/account.ts';
import { useMessages } from '../../messages/locale.ts';

/** Shown without buttons: nothing can be pressed now. */
export function Erasing({ count }: { readonly count: number }) {
  const messages = useMessages('account', account);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="erasing" ref={box} tabIndex={-1}>
      <p>{messages.stayHere}</p>
      <progress aria-label={messages.erased} />
      <output className="hint">{count > 0 ? messages.erasedSoFar(count) : messages.erasing}</output>
    </div>
  );
}
