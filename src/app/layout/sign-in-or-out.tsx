import { useState } from 'react';
import { useDeps, usePerson } from '../../deps.ts';
import { signOut } from '../../outbox/sign-out.ts';
import { pathTo, signInPath, withQuery, type PagePath } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { useWaitingCount } from '../../ui/use-outbox.ts';
import { Nothing, lazyPart } from '../../ui/lazy-part.tsx';
import { firstLoad } from '../../messages/en/first-load.ts';
import { useMessages } from '../../messages/locale.ts';

/** Shown only to people who would leave something behind. */
const SignOutDialog = lazyPart(() => import('./sign-out-dialog.tsx'), { Missing: Nothing });

export function SignInOrOut({ path }: { readonly path: PagePath }) {
  const deps = useDeps();
  const person = usePerson();
  const waiting = useWaitingCount();
  const messages = useMessages('firstLoad', firstLoad);
  const [hasLeft, setHasLeft] = useState(false);
  const [isConfirming, setIsConfirming] = useState(false);

  function leave() {
    setIsConfirming(false);
    setHasLeft(true);
    void signOut(deps);
  }

  /** If storage cannot be read, assume that there is a draft. */
  async function confirmOrLeave() {
    const hasDraft = waiting === 0 && (await deps.outbox.hasDraft().catch(() => true));
    if (waiting > 0 || hasDraft) setIsConfirming(true);
    else leave();
  }

  if (person && !person.sessionExpired)
    return (
      <>
        <button type="button" onClick={() => void confirmOrLeave()}>
          {messages.signOut}
        </button>
        {isConfirming && <SignOutDialog onLeave={leave} onStay={() => setIsConfirming(false)} />}
      </>
    );
  const { search } = window.location;
  if (path === pathTo.signIn())
    return (
      <Link href={search ? withQuery(path, search.slice(1)) : path} aria-current="page">
        {messages.signIn}
      </Link>
    );
  return (
    // The focused button is gone: without this, the focus would be lost.
    <Link
      href={signInPath(path)}
      ref={(link: HTMLAnchorElement | null) => void (hasLeft && link?.focus())}
    >
      {messages.signIn}
    </Link>
  );
}
