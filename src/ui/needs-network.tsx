import { useEffect } from 'react';
import { Link, useSearch } from './navigation.ts';
import { firstLoad } from '../messages/en/first-load.ts';
import { useMessages } from '../messages/locale.ts';
import { Notice } from './notice.tsx';
import { Page } from './page.tsx';
import { returnPath } from './return-path.ts';

type Props = { readonly retry: () => void };

/** Replaces a page that is not on this device. It does not reload, since input elsewhere may be unsaved. */
export function PageNeedsNetwork({ retry }: Props) {
  const messages = useMessages('firstLoad', firstLoad);
  useWhenOnline(retry);
  return (
    <Page heading={messages.needsNetwork} title={messages.needsNetwork}>
      <p>{messages.stillHere}</p>
      <p className="actions">
        <button className="button" type="button" onClick={retry}>
          {messages.tryAgain}
        </button>
      </p>
    </Page>
  );
}

/** Replaces sign-in, which is never cached, as it is useless offline. */
export function SignInNeedsNetwork({ retry }: Props) {
  const messages = useMessages('firstLoad', firstLoad);
  const destination = returnPath(useSearch());
  useWhenOnline(retry);
  return (
    <div role="alert">
      <Notice tone="waiting" heading={messages.signInNeedsNetwork}>
        {messages.stillHere}
      </Notice>
      <p className="actions">
        <button className="button" type="button" onClick={retry}>
          {messages.tryAgain}
        </button>
        <Link className="button-second" href={destination}>
          {messages.goBack}
        </Link>
      </p>
    </div>
  );
}

/** Retries when the browser comes online. */
function useWhenOnline(retry: () => void): void {
  useEffect(() => {
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [retry]);
}
