import { firstLoad } from '../messages/en/first-load.ts';
import { useMessages } from '../messages/locale.ts';
import { useWhenOnline } from './needs-network.tsx';

/** Replaces a part of a page that is not on this device. */
export function PartNeedsNetwork({ retry }: { readonly retry: () => void }) {
  const messages = useMessages('firstLoad', firstLoad);
  useWhenOnline(retry);
  return (
    <p role="alert">
      <span>{`${messages.needsNetwork} `}</span>
      <button className="button-quiet" type="button" onClick={retry}>
        {messages.tryAgain}
      </button>
    </p>
  );
}
