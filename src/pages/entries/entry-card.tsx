import { useEffect, useRef } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { thanksFor } from '#core/form/form-functions.ts';
import { shortId } from '#core/values/id.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { usePerson } from '../../deps.ts';
import { isUndelivered, type QueuedChange } from '../../outbox/changes/queued-change.ts';
import { shownStatusOf } from '../../outbox/changes/shown-status.ts';
import { pathTo } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import { entries } from '../../messages/en/entries.ts';
import { sent } from '../../messages/en/sent.ts';
import { useMessages } from '../../messages/locale.ts';
import { AnswersView } from '../entry/answers-view.tsx';
import { EntryActions } from './entry-actions.tsx';
import { DateTime } from '../../ui/date-time.tsx';
import type { OwnEntry } from './own-entries.ts';
import { ReceiptFacts } from '../entry/receipt-facts.tsx';
import { reportFormError } from '../entry/report-form-error.ts';

type Props = {
  readonly form: Form;
  readonly entry: OwnEntry;
  /** On the page of withdrawn entries. */
  readonly isFromWithdrawn: boolean;
  readonly takesFocus: boolean;
  readonly onGone: (changes: readonly QueuedChange[]) => void;
};

export function EntryCard({ form, entry, isFromWithdrawn, takesFocus, onGone }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  const messages = useMessages('entries', entries);
  const { id, at, answers, formVersion, isWithdrawn, apiEntry, last } = entry;
  const wasRestored = isFromWithdrawn && last?.kind === 'restore';
  return (
    <li className="card">
      <header className="card-head">
        <h2 tabIndex={-1} ref={heading}>
          <DateTime at={at} />
        </h2>
        <p className="receipt-id" translate="no">
          {apiEntry ? <Link href={pathTo.sent(form.id, id)}>{shortId(id)}</Link> : shortId(id)}
        </p>
      </header>
      <output className="hint">
        {isWithdrawn && (
          <span>{`${last?.kind === 'erase' ? messages.isErased : messages.isWithdrawn} `}</span>
        )}
        {wasRestored && <span>{`${messages.isRestored} `}</span>}
        <DeliveryStatus change={last} />
      </output>
      {!(isWithdrawn && last?.kind === 'erase') && (
        <>
          {apiEntry && <Thanks form={form} apiEntry={apiEntry} />}
          <AnswersView form={form} answers={answers} formVersion={formVersion} />
        </>
      )}
      <EntryActions {...{ form, entry, isFromWithdrawn, onGone }} />
    </li>
  );
}

/** The form's receipt, from what the server added: which unicorn comes, for instance. */
function Thanks({ form, apiEntry }: { readonly form: Form; readonly apiEntry: ApiEntry }) {
  const thanks = thanksFor(form, apiEntry, reportFormError);
  return (
    <>
      {thanks && <p className="thanks">{thanks}</p>}
      {isRecord(apiEntry.derived) && (
        <dl className="facts">
          <ReceiptFacts form={form} facts={apiEntry.derived} />
        </dl>
      )}
    </>
  );
}

function DeliveryStatus({ change }: { readonly change: QueuedChange | undefined }) {
  const { statuses } = useMessages('sent', sent);
  const { seeOutbox } = useMessages('entries', entries);
  const { backoff } = useOutbox();
  const isSessionExpired = usePerson()?.sessionExpired ?? false;
  if (!change || !isUndelivered(change)) return null;
  return (
    <>
      <span>{`${statuses[shownStatusOf(change, isSessionExpired, backoff)]}. `}</span>
      <Link href={pathTo.outbox()}>{seeOutbox}</Link>
    </>
  );
}
