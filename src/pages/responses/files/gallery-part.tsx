import { firstLoad } from '../../../messages/en/first-load.ts';
import { useMessages } from '../../../messages/locale.ts';
import { lazyPart } from '../../../ui/lazy-part.tsx';
import { useWhenOnline } from '../../../ui/needs-network.tsx';

/** The gallery of files, loaded by forms that ask for some. */
export const GalleryPart = lazyPart(() => import('./gallery.tsx'), { Missing });

function Missing({ retry }: { readonly retry: () => void }) {
  const messages = useMessages('firstLoad', firstLoad);
  useWhenOnline(retry);
  return (
    <p>
      <span>{`${messages.needsNetwork} `}</span>
      <button className="button-quiet" type="button" onClick={retry}>
        {messages.tryAgain}
      </button>
    </p>
  );
}
