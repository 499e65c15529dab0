import { useEffect, useRef } from 'react';
import { usePerson } from '../deps.ts';
import { Notice } from '../shell/notice.tsx';
import { notices } from '../words/en/notices.ts';
import { useWords } from '../words/speech.ts';

/** Heard first by who comes back from signing in. */
export default function Welcome({ hasDraft }: { readonly hasDraft: boolean }) {
  const notice = useRef<HTMLOutputElement>(null);
  const { signedIn, checkAnswers } = useWords('notices', notices);
  useEffect(() => notice.current?.focus(), []);
  const person = usePerson();
  // Back in the history, it may be another day.
  if (!person || person.lapsed) return null;
  return (
    <output className="welcome" tabIndex={-1} ref={notice}>
      <Notice tone="done" heading={hasDraft ? checkAnswers : signedIn} />
    </output>
  );
}
