import { Link, useSearch } from '../../ui/navigation.ts';
import { firstLoad } from '../../messages/en/first-load.ts';
import { signIn } from '../../messages/en/sign-in.ts';
import { useMessages } from '../../messages/locale.ts';
import { useWhenOnline } from '../../ui/needs-network.tsx';
import { Notice } from '../../ui/notice.tsx';
import { returnPath } from '../../ui/return-path.ts';

/** Replaces sign-in, which is never cached, as it is useless offline. */
export default function SignInNeedsNetwork({ retry }: { readonly retry: () => void }) {
  const messages = useMessages('firstLoad', firstLoad);
  const { needsNetwork } = useMessages('signIn', signIn);
  const destination = returnPath(useSearch());
  useWhenOnline(retry);
  return (
    <div role="alert">
      <Notice tone="waiting" heading={needsNetwork}>
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
