import { useState } from 'react';
import { useSearch } from 'wouter';
import type { Form } from '#core/form/define-form.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import { failureReasonOf } from '../../cloud/api/failure-reason.ts';
import { usePerson } from '../../deps.ts';
import { pathTo, signInPath, withQuery } from '../../page-paths.ts';
import { Link, useLocation } from '../../ui/navigation.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StorageUnavailable } from '../../ui/storage-unavailable.tsx';
import { entries as entriesInEnglish } from '../../messages/en/entries.ts';
import { failures } from '../../messages/en/failures.ts';
import { useMessages } from '../../messages/locale.ts';
import { DiscardedNotice, announceDiscarded } from '../entry/discarded-notice.tsx';
import { EntryCard } from './entry-card.tsx';
import { ownEntries } from './own-entries.ts';
import { useEntries } from './use-entries.ts';

type Props = { readonly form: Form };

/** A person's own entries of a form, newest first: the current ones or the withdrawn ones. */
export default function MyEntriesPage({ form }: Props) {
  const person = usePerson();
  const isWithdrawn = new URLSearchParams(useSearch()).has('withdrawn');
  const messages = useMessages('entries', entriesInEnglish);
  const heading = isWithdrawn ? messages.withdrawn : messages.mine;
  return (
    <Page
      heading={heading}
      title={messages.titleOf(heading, form.title)}
      lead={isWithdrawn ? messages.restorable(form.title) : form.title}
    >
      {person ? (
        <Entries key={person.username + isWithdrawn} form={form} isWithdrawn={isWithdrawn} />
      ) : (
        <SignedOut />
      )}
    </Page>
  );
}

type EntriesProps = Props & { readonly isWithdrawn: boolean };

function Entries({ form, isWithdrawn }: EntriesProps) {
  const messages = useMessages('entries', entriesInEnglish);
  const {
    entries: apiEntries,
    state,
    failure,
    isCopy,
    hasMore,
    firstNew,
    load,
  } = useEntries({
    form,
    isWithdrawn,
  });
  const { changes = [], isUnread } = useOutbox();
  const isSessionExpired = usePerson()?.sessionExpired ?? false;
  const local = changes.filter(({ form: id, entry }) =>
    // On the page of withdrawn entries, only those that the server lists: others are still among the
    // current ones.
    isWithdrawn ? apiEntries.some((it) => it.id === entry) : id === form.id,
  );
  const [since] = useState(() => new Date().toISOString());
  const entries = ownEntries(apiEntries, local, since);
  const firstNewId = firstNew === undefined ? undefined : apiEntries[firstNew]?.id;
  const isFailed = state === 'failed';
  const all = pathTo.entries(form.id);
  // Entries just withdrawn, restored or deleted stay visible, but do not count.
  const count = entries.filter(
    (it) => !it.isWithdrawn && !(isWithdrawn && it.last?.kind === 'restore'),
  ).length;
  return (
    <div className="entries">
      {/* Always on the page: a live region is announced only when its text changes. */}
      <output className="visually-hidden">
        {state === 'loading'
          ? messages.getting
          : state === 'loaded' && entries.length > 0 && messages.shown(count)}
      </output>
      <output>
        <DiscardedNotice />
      </output>
      {isSessionExpired && <SignedOut />}
      {failure && isFailed && !isSessionExpired && <CouldNotFetch {...{ failure, isCopy }} />}
      {entries.length > 0 && (
        <ol className="cards">
          {entries.map((entry) => (
            <EntryCard
              key={entry.id}
              form={form}
              entry={entry}
              isFromWithdrawn={isWithdrawn}
              takesFocus={entry.id === firstNewId}
              onGone={announceDiscarded}
            />
          ))}
        </ol>
      )}
      {state === 'loading' && entries.length === 0 && <Placeholder />}
      {isUnread && (
        <output>
          <StorageUnavailable />
        </output>
      )}
      {state === 'loaded' && entries.length === 0 && !isUnread && (
        <NoEntries {...{ form, isWithdrawn, hasMore }} />
      )}
      <div className="actions">
        {(isFailed || hasMore) && (
          <button className="button-second" type="button" onClick={() => void load()}>
            {isFailed ? messages.tryAgain : messages.showMore}
          </button>
        )}
        <Link href={isWithdrawn ? all : withQuery(all, 'withdrawn')}>
          {isWithdrawn ? messages.back : messages.withdrawn}
        </Link>
      </div>
    </div>
  );
}

type CouldNotFetchProps = { readonly failure: ApiFailure; readonly isCopy: boolean };

function CouldNotFetch({ failure, isCopy }: CouldNotFetchProps) {
  const messages = useMessages('entries', entriesInEnglish);
  const { why } = useMessages('failures', failures);
  return (
    <div role="alert">
      <Notice tone="waiting" heading={messages.notFetched}>
        {`${isCopy ? messages.asLastTime : messages.safe} ${why[failureReasonOf(failure)]}`}
      </Notice>
    </div>
  );
}

function NoEntries({ form, isWithdrawn, hasMore }: EntriesProps & { readonly hasMore: boolean }) {
  const messages = useMessages('entries', entriesInEnglish);
  if (hasMore) return <output className="empty">{messages.noneYet}</output>;
  return (
    <div className="empty">
      <p>{isWithdrawn ? messages.noneWithdrawn : messages.none}</p>
      {!isWithdrawn && (
        <Link className="button" href={pathTo.fill(form.id)}>
          {form.action}
        </Link>
      )}
    </div>
  );
}

function SignedOut() {
  const messages = useMessages('entries', entriesInEnglish);
  const [path] = useLocation();
  return (
    <div className="empty">
      <p>{messages.signInToSee}</p>
      <Link className="button" href={signInPath(path)} state={{ because: 'to-see-entries' }}>
        {messages.signIn}
      </Link>
    </div>
  );
}

/** Reserves space for the entries, so that nothing jumps when they arrive. */
function Placeholder() {
  return (
    <div className="cards" aria-hidden="true">
      <div className="card placeholder" />
      <div className="card placeholder" />
      <div className="card placeholder" />
    </div>
  );
}
