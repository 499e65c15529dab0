import { Link } from 'wouter';
import { usePerson } from '../deps.ts';
import { isOnItsWay } from '../outbox/parcel.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { Download } from '../pages/download.tsx';
import { signInPath } from '../paths.ts';
import { about } from '../words/en/about.ts';
import { useWords } from '../words/speech.ts';

/** How much is not delivered yet, and the ways to look at it or to carry it away. */
export function Waiting() {
  const person = usePerson();
  const words = useWords('about', about);
  const { parcels, isUnread } = useOutbox();
  const waiting = parcels?.filter(isOnItsWay);
  const hasSome = waiting !== undefined && waiting.length > 0;
  return (
    <div>
      <dt>{words.waiting}</dt>
      <dd>
        {!person && <Link href={signInPath('/about')}>{words.signInToSee}</Link>}
        {person && isUnread && !hasSome && <span>{words.unread}</span>}
        {person && !isUnread && !waiting && <span>…</span>}
        {person && !isUnread && waiting?.length === 0 && <span>{words.nothing}</span>}
        {hasSome && (
          <>
            <Link href="/outbox">{words.inOutbox(waiting.length)}</Link>
            <span className="about-action">
              <Download parcels={waiting} words={words.export} />
            </span>
          </>
        )}
      </dd>
    </div>
  );
}
