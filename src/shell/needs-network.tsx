import { useEffect } from 'react';
import { Link, useSearch } from 'wouter';
import { first } from '../words/en/first.ts';
import { useWords } from '../words/speech.ts';
import { Notice } from './notice.tsx';
import { Page } from './page.tsx';
import { returnPath } from './return-path.ts';

type Props = { readonly again: () => void };

/** In the place of a page that is not on this device. Nothing else is loaded again: what is typed may live on the page alone. */
export function PageNeedsNetwork({ again }: Props) {
  const words = useWords('first', first);
  useOnceOnline(again);
  return (
    <Page heading={words.needsNetwork} title={words.needsNetwork}>
      <p>{words.stillHere}</p>
      <p className="actions">
        <button className="button" type="button" onClick={again}>
          {words.tryAgain}
        </button>
      </p>
    </Page>
  );
}

/** In the place of the sign-in, on its page: it is on no device, for it would be of no use there. */
export function SignInNeedsNetwork({ again }: Props) {
  const words = useWords('first', first);
  const destination = returnPath(useSearch());
  useOnceOnline(again);
  return (
    <div role="alert">
      <Notice tone="waiting" heading={words.signInNeedsNetwork}>
        {words.stillHere}
      </Notice>
      <p className="actions">
        <button className="button" type="button" onClick={again}>
          {words.tryAgain}
        </button>
        <Link className="button-second" href={destination}>
          {words.goBack}
        </Link>
      </p>
    </div>
  );
}

/** Tries by itself when the browser says that there is a network. */
function useOnceOnline(again: () => void): void {
  useEffect(() => {
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [again]);
}
