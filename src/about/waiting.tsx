import { Link } from 'wouter';
import { usePerson } from '../deps.ts';
import { isOnItsWay } from '../outbox/parcel.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { Download } from '../pages/download.tsx';
import { signInPath } from '../paths.ts';

/** How much is not delivered yet, and the ways to look at it or to carry it away. */
export function Waiting() {
  const person = usePerson();
  const waiting = useOutbox().parcels?.filter(isOnItsWay);
  return (
    <div>
      <dt>Waiting here</dt>
      <dd>
        {!person && <Link href={signInPath('/about')}>Sign in to see what waits</Link>}
        {person && !waiting && '…'}
        {waiting?.length === 0 && 'Nothing'}
        {waiting && waiting.length > 0 && (
          <>
            <Link href="/outbox">{waiting.length} in the outbox</Link>
            <span className="about-action">
              <Download parcels={waiting} words="Export what waits" />
            </span>
          </>
        )}
      </dd>
    </div>
  );
}
