import { useEffect, useRef } from 'react';
import { Notice } from '../shell/notice.tsx';

/** Heard first by who comes back from signing in. */
export default function Welcome({ hasDraft }: { readonly hasDraft: boolean }) {
  const notice = useRef<HTMLOutputElement>(null);
  const words = hasDraft
    ? 'You are signed in. Check your answers and send them.'
    : 'You are signed in.';
  useEffect(() => notice.current?.focus(), []);
  return (
    <output className="welcome" tabIndex={-1} ref={notice}>
      <Notice tone="done" heading={words} />
    </output>
  );
}
