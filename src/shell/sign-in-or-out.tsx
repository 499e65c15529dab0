import { useState } from 'react';
import { Link } from 'wouter';
import { useDeps, usePerson } from '../deps.ts';
import { signOut } from '../outbox/sign-out.ts';
import { useWaiting } from '../outbox/use-outbox.ts';
import { Nothing, part } from '../part.tsx';
import { signInPath } from '../paths.ts';
import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';

/** Only who leaves something behind is asked. */
const LeavingDialog = part(() => import('./leaving-dialog.tsx'), { Missing: Nothing });

export function SignInOrOut({ path }: { readonly path: string }) {
  const deps = useDeps();
  const person = usePerson();
  const waiting = useWaiting();
  const words = useWords('first', first);
  const [hasLeft, setHasLeft] = useState(false);
  const [isAsked, setIsAsked] = useState(false);

  function leave() {
    setIsAsked(false);
    setHasLeft(true);
    void signOut(deps);
  }

  /** What cannot be read may be something. */
  async function ask() {
    const isHalfTyped = waiting === 0 && (await deps.outbox.isHalfTyped().catch(() => true));
    if (waiting > 0 || isHalfTyped) setIsAsked(true);
    else leave();
  }

  if (person && !person.lapsed)
    return (
      <>
        <button type="button" onClick={() => void ask()}>
          {words.signOut}
        </button>
        {isAsked && <LeavingDialog onLeave={leave} onStay={() => setIsAsked(false)} />}
      </>
    );
  if (path === '/sign-in')
    return (
      <Link href={path + window.location.search} aria-current="page">
        {words.signIn}
      </Link>
    );
  return (
    // The button that had the focus is gone; without this the focus would be nowhere.
    <Link
      href={signInPath(path)}
      ref={(link: HTMLAnchorElement | null) => void (hasLeft && link?.focus())}
    >
      {words.signIn}
    </Link>
  );
}
