import { useEffect } from 'react';
import { firstLoad } from '../messages/en/first-load.ts';
import { useMessages } from '../messages/locale.ts';
import { Page } from './page.tsx';

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

/** Retries when the browser comes online. */
export function useWhenOnline(retry: () => void): void {
  useEffect(() => {
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [retry]);
}
