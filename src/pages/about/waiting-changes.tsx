import { usePerson } from '../../deps.ts';
import { isUndelivered } from '../../outbox/changes/queued-change.ts';
import { pathTo, signInPath } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import { ExportButton } from '../entry/export-button.tsx';
import { about } from '../../messages/en/about.ts';
import { useMessages } from '../../messages/locale.ts';

/** How many changes are undelivered, with ways to view or export them. */
export function WaitingChanges() {
  const person = usePerson();
  const messages = useMessages('about', about);
  const { changes, transfers, isUnread } = useOutbox();
  const waiting = changes?.filter(isUndelivered);
  const hasSome = waiting !== undefined && waiting.length > 0;
  return (
    <div>
      <dt>{messages.waiting}</dt>
      <dd>
        {!person && <Link href={signInPath(pathTo.about())}>{messages.signInToSee}</Link>}
        {person && isUnread && !hasSome && <span>{messages.unread}</span>}
        {person && !isUnread && !waiting && <span>…</span>}
        {person && !isUnread && waiting?.length === 0 && <span>{messages.nothing}</span>}
        {hasSome && (
          <>
            <Link href={pathTo.outbox()}>{messages.inOutbox(waiting.length)}</Link>
            <span className="about-action">
              <ExportButton changes={waiting} transfers={transfers} label={messages.export} />
            </span>
          </>
        )}
      </dd>
    </div>
  );
}
