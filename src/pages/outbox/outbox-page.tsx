import { asksForFiles } from '#catalogue/files';
import { useForms } from '../../catalogue/use-forms.ts';
import { useDeps, usePerson } from '../../deps.ts';
import { isUndelivered, type QueuedChange } from '../../outbox/changes/queued-change.ts';
import { pathTo, signInPath } from '../../page-paths.ts';
import { Link } from '../../ui/navigation.ts';
import { useOutbox, useWaitingCount } from '../../ui/use-outbox.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StorageUnavailable } from '../../ui/storage-unavailable.tsx';
import { outbox as outboxInEnglish } from '../../messages/en/outbox.ts';
import { useMessages } from '../../messages/locale.ts';
import { DiscardedNotice } from '../entry/discarded-notice.tsx';
import { announceDiscarded } from '../entry/discards.ts';
import { ExportButton } from '../entry/export-button.tsx';
import { ChangeCard } from './change-card.tsx';
import { RetryNotice } from '../entry/retry-notice.tsx';
import { AlmostFullNotice } from './almost-full-notice.tsx';
import { lazyPart, Nothing } from '../../ui/lazy-part.tsx';
import { ImportOutbox } from './import-outbox.tsx';
import { UnclaimedList } from './unclaimed-list.tsx';

const FilesPart = lazyPart(() => import('./files-part.tsx'), { Missing: Nothing });

/** The outbox: what waits on this device and why, and what was delivered last. */
export default function OutboxPage() {
  const person = usePerson();
  const waiting = useWaitingCount();
  const messages = useMessages('outbox', outboxInEnglish);
  return (
    <Page heading={messages.heading} title={messages.heading} lead={messages.lead}>
      {person || waiting > 0 ? (
        <Changes
          key={person?.username}
          mustSignIn={person ? (person.sessionExpired ?? false) : true}
          isNobody={!person}
        />
      ) : (
        <div className="empty">
          <p>{messages.signInToSee}</p>
          <Link className="button" href={signInPath(pathTo.outbox())}>
            {messages.signIn}
          </Link>
        </div>
      )}
    </Page>
  );
}

type ChangesProps = {
  /** Nothing is sent before somebody signs in, except to open forms. */
  readonly mustSignIn: boolean;
  readonly isNobody: boolean;
};

function Changes({ mustSignIn, isNobody }: ChangesProps) {
  const { outbox } = useDeps();
  const { changes, transfers, unclaimed, lastFlush, isUnread } = useOutbox();
  const messages = useMessages('outbox', outboxInEnglish);
  const { forms, isLoading } = useForms([...(changes ?? []), ...unclaimed].map((it) => it.form));
  if (!changes && isUnread)
    return (
      <output className="entries">
        <StorageUnavailable />
      </output>
    );
  if (!changes || isLoading) return <div className="entries" aria-busy="true" />;
  const waiting = changes.filter(isUndelivered);
  const isBlocked = mustSignIn && waiting.some((it) => !it.isOpen);
  const canSend = !isNobody || waiting.some((it) => it.isOpen);
  const delivered = changes.filter((it) => !isUndelivered(it)).toReversed();
  const cards = (some: readonly QueuedChange[]) => (
    <ol className="cards">
      {some.map((change) => (
        <ChangeCard
          key={change.id}
          form={forms.get(change.form)}
          change={change}
          isSessionExpired={mustSignIn}
          onDiscarded={announceDiscarded}
        />
      ))}
    </ol>
  );
  return (
    <div className="entries">
      <output>
        {isBlocked ? (
          <Notice tone="waiting" heading={messages.signInToSend}>
            <span>{`${isNobody ? messages.signInAs : messages.sessionEnded} `}</span>
            <Link href={signInPath(pathTo.outbox())}>{messages.signIn}</Link>
          </Notice>
        ) : (
          waiting.length > 0 && !isUnread && <RetryNotice lastFlush={lastFlush} />
        )}
        {isUnread && <StorageUnavailable />}
        <DiscardedNotice />
      </output>
      <AlmostFullNotice />
      <UnclaimedList {...{ forms }} changes={unclaimed} onDiscarded={announceDiscarded} />
      {waiting.length > 0 && cards(waiting)}
      {transfers.length > 0 && <FilesPart />}
      {waiting.length + transfers.length + unclaimed.length === 0 && !isUnread && (
        <p>{messages.nothingWaits}</p>
      )}
      <div className="actions">
        {canSend && waiting.length + transfers.length > 0 && (
          <button
            className="button"
            type="button"
            onClick={() => void outbox.flush({ force: true })}
          >
            {messages.sendNow}
          </button>
        )}
        {waiting.length + transfers.length > 0 && (
          <ExportButton changes={waiting} transfers={transfers} label={messages.export} />
        )}
        <ImportOutbox />
      </div>
      {delivered.length > 0 && (
        <section aria-labelledby="delivered-heading">
          <h2 id="delivered-heading" className="section-heading">
            {messages.deliveredLast}
          </h2>
          {cards(delivered)}
        </section>
      )}
      {/* Last, as it is loaded after the page, and would move what is below it. */}
      {asksForFiles && transfers.length === 0 && <FilesPart />}
    </div>
  );
}
