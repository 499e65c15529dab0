import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import { usePerson } from '../../deps.ts';
import { isUndelivered } from '../../outbox/changes/queued-change.ts';
import { shownStatusOf } from '../../outbox/changes/shown-status.ts';
import { pathTo } from '../../page-paths.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { Link } from '../../ui/navigation.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import { entries } from '../../messages/en/entries.ts';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import type { OwnEntry } from './own-entries.ts';

type Props = { readonly form: Form; readonly entry: OwnEntry };

/** When the entry was sent and last changed, as the server knows, and what this device has still to send. */
export function EntryHistory({ form, entry }: Props) {
  const messages = useMessages('entries', entries);
  const { statuses, changeKinds } = useMessages('sent', sent);
  const { changes = [], backoff } = useOutbox();
  const isSessionExpired = usePerson()?.sessionExpired ?? false;
  const { apiEntry } = entry;
  const waiting = changes.filter(
    (it) => it.form === form.id && it.entry === entry.id && isUndelivered(it),
  );
  return (
    <ol className="entry-history">
      {apiEntry && (
        <li>
          <span>{`${messages.sentAt} `}</span>
          <LocalTime at={apiEntry.createdAt} />
        </li>
      )}
      {apiEntry && apiEntry.version > 1 && (
        <li>
          <span>{`${messages.lastChangedAt} `}</span>
          <LocalTime at={apiEntry.updatedAt} />
          <span>{` ${messages.changes(apiEntry.version - 1)}`}</span>
        </li>
      )}
      {waiting.map((it) => (
        <li key={it.id}>
          <span>{`${getOwn<string>(changeKinds, it.kind)} `}</span>
          <LocalTime at={it.savedAt} />
          <span>{`, ${statuses[shownStatusOf(it, isSessionExpired, backoff)]} `}</span>
          <Link href={pathTo.outbox()}>{messages.seeOutbox}</Link>
        </li>
      ))}
    </ol>
  );
}
