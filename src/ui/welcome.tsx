import { useEffect, useRef } from 'react';
import { usePerson } from '../deps.ts';
import { Notice } from './notice.tsx';
import { notices } from '../messages/en/notices.ts';
import { useMessages } from '../messages/locale.ts';

/** Greets somebody who returns from signing in. Read out first. */
export default function Welcome({ hasDraft }: { readonly hasDraft: boolean }) {
  const notice = useRef<HTMLOutputElement>(null);
  const { signedIn, checkAnswers } = useMessages('notices', notices);
  useEffect(() => notice.current?.focus(), []);
  const person = usePerson();
  // Going back in the history may show this page again much later.
  if (!person || person.sessionExpired) return null;
  return (
    <output className="welcome" tabIndex={-1} ref={notice}>
      <Notice tone="done" heading={hasDraft ? checkAnswers : signedIn} />
    </output>
  );
}
