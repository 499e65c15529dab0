import { useState } from 'react';
import { thanksFor } from '#core/form/form-functions.ts';
import { entryReference } from '#core/entries/entry-reference.ts';
import type { Form } from '#core/form/define-form.ts';
import { isRecord } from '#core/values/is-record.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { usePerson } from '../../deps.ts';
import { entriesPath, pathTo } from '../../page-paths.ts';
import { lazyPart } from '../../ui/lazy-part.tsx';
import { Link, useSearch } from '../../ui/navigation.ts';
import { LocalTime } from '../../ui/local-time.tsx';
import { Page } from '../../ui/page.tsx';
import { PartNeedsNetwork } from '../../ui/part-needs-network.tsx';
import { useOutbox } from '../../ui/use-outbox.ts';
import { entries } from '../../messages/en/entries.ts';
import { useMessages } from '../../messages/locale.ts';
import { AnswersView } from './answers-view.tsx';
import { CorrectionNotice } from './correction-notice.tsx';
import { DiscardedNotice } from './discarded-notice.tsx';
import { announceDiscarded } from './discards.ts';
import { EntryActions } from './entry-actions.tsx';
import { EntryHistory } from './entry-history.tsx';
import { EntryStatus } from './entry-status.tsx';
import { EntryUnavailable } from './entry-unavailable.tsx';
import { OwnFilesPart } from './own-files-part.tsx';
import { ownEntries, type OwnEntry } from './own-entries.ts';
import { OwnVersions } from './own-versions.tsx';
import { ReceiptFacts } from './receipt-facts.tsx';
import { ReviewNotice } from './review-notice.tsx';
import { reportFormError } from './report-form-error.ts';
import { useStoredEntry } from './use-stored-entry.ts';
import { AddressToVerify } from './verification/address-to-verify.tsx';
import { useVerificationToken } from './verification/use-verification-token.ts';
import './entry-page.css';

type Props = { readonly form: Form; readonly id: string };

const OwnEntryOnPaper = lazyPart(() => import('./own-entry-on-paper.tsx'), {
  Missing: PartNeedsNetwork,
});

/** The entry as it is printed. */
const paperQuery = '?view=paper';

/** One of a person's own entries, to be read, edited, withdrawn and restored. */
export default function EntryPage(props: Props) {
  const person = usePerson();
  const token = useVerificationToken();
  const [tries, setTries] = useState(0);
  if (token !== undefined && props.form.confirmTo !== undefined)
    return <AddressToVerify key={token} form={props.form} token={token} />;
  return (
    <OpenedEntry
      key={`${person?.username} ${tries}`}
      {...props}
      onRetry={() => setTries(tries + 1)}
    />
  );
}

function OpenedEntry({ form, id, onRetry }: Props & { readonly onRetry: () => void }) {
  const messages = useMessages('entries', entries);
  const { changes, isUnread } = useOutbox();
  const [openedAt] = useState(() => new Date().toISOString());
  const stored = useStoredEntry(form, id);
  const isPaper = useSearch() === paperQuery;
  const known = stored?.ok ? [stored.value.apiEntry] : [];
  const ofEntry = changes?.filter((it) => it.form === form.id && it.entry === id) ?? [];
  const [entry] = ownEntries(known, ofEntry, openedAt);
  // Not if this device has restored it since, which made a later version.
  const isFromWithdrawn =
    stored?.ok === true &&
    stored.value.isWithdrawn &&
    entry?.version === stored.value.apiEntry.version;
  const [wasShown, setWasShown] = useState(false);
  if (entry && !wasShown) setWasShown(true);
  if (entry)
    return (
      <Page
        heading={form.title}
        title={messages.entryTitle(form.title)}
        before={<Breadcrumb form={form} />}
      >
        {isPaper && entry.last?.kind !== 'erase' ? (
          <OwnEntryOnPaper form={form} entry={entry} />
        ) : (
          <EntryView {...{ form, entry, isFromWithdrawn }} />
        )}
      </Page>
    );
  // Withdrawn before it was ever sent, so that it is gone, unless it is brought back.
  if (wasShown)
    return (
      <Page heading={messages.discardedEntry} title={messages.discardedEntry}>
        <output>
          <DiscardedNotice />
        </output>
        <Breadcrumb form={form} />
      </Page>
    );
  if (!stored || (!stored.ok && !changes && !isUnread))
    return <main id="main" className="page" aria-busy="true" />;
  if (stored.ok) return null;
  return (
    <EntryUnavailable form={form} failure={stored.problem} isUnread={isUnread} onRetry={onRetry} />
  );
}

function Breadcrumb({ form }: Pick<Props, 'form'>) {
  const { mine } = useMessages('entries', entries);
  return (
    <p className="breadcrumb">
      <Link href={entriesPath(form.id)}>{mine}</Link>
    </p>
  );
}

type ViewProps = {
  readonly form: Form;
  readonly entry: OwnEntry;
  readonly isFromWithdrawn: boolean;
};

function EntryView({ form, entry, isFromWithdrawn }: ViewProps) {
  const messages = useMessages('entries', entries);
  const { id, answers, formVersion, apiEntry, last } = entry;
  const isErased = last?.kind === 'erase';
  return (
    <div className="entry">
      <dl className="facts">
        <div>
          <dt>{messages.status}</dt>
          <dd>
            <output>
              <EntryStatus entry={entry} isFromWithdrawn={isFromWithdrawn} />
            </output>
          </dd>
        </div>
        <div>
          <dt>{apiEntry ? messages.sentAt : messages.savedAt}</dt>
          <dd>
            <LocalTime at={entry.at} />
          </dd>
        </div>
        <div>
          <dt>{messages.reference}</dt>
          <dd translate="no">{entryReference(id)}</dd>
        </div>
      </dl>
      {!isErased && !isFromWithdrawn && (
        <>
          <ReviewNotice form={form.id} entry={entry} />
          <CorrectionNotice entry={entry} />
        </>
      )}
      {!isErased && (
        <>
          {apiEntry && <Thanks form={form} apiEntry={apiEntry} />}
          <h2 className="section-heading">{messages.answers}</h2>
          <AnswersView form={form} answers={answers} formVersion={formVersion} />
          <OwnFilesPart form={form.id} {...{ id, answers, apiEntry }} />
        </>
      )}
      <EntryActions {...{ form, entry, isFromWithdrawn }} onGone={announceDiscarded} />
      {!isErased && (
        <p className="entry-links">
          <Link href={paperQuery}>{messages.print}</Link>
          {apiEntry && <Link href={pathTo.sent(form.id, id)}>{messages.receipt}</Link>}
        </p>
      )}
      <h2 className="section-heading">{messages.history}</h2>
      <EntryHistory form={form} entry={entry} />
      {apiEntry && apiEntry.version > 1 && !isErased && !isFromWithdrawn && !entry.isWithdrawn && (
        <OwnVersions key={apiEntry.version} {...{ form, apiEntry }} />
      )}
    </div>
  );
}

/** What the form answers, and what the server added: which unicorn comes, for instance. */
function Thanks({ form, apiEntry }: { readonly form: Form; readonly apiEntry: ApiEntry }) {
  const thanks = thanksFor(form, apiEntry, reportFormError);
  return (
    <>
      {thanks && <p className="thanks">{thanks}</p>}
      {form.nextStep && <p className="thanks">{form.nextStep}</p>}
      {isRecord(apiEntry.derived) && (
        <dl className="facts">
          <ReceiptFacts form={form} facts={apiEntry.derived} />
        </dl>
      )}
    </>
  );
}
