import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Form } from '#core/form.ts';
import type { Failure } from '../cloud/failure.ts';
import { whyOf } from '../cloud/why.ts';
import { usePerson } from '../deps.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { signInPath } from '../paths.ts';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { StorageSilent } from '../shell/storage-silent.tsx';
import { entries as entriesInEnglish } from '../words/en/entries.ts';
import { failures } from '../words/en/failures.ts';
import { useWords } from '../words/speech.ts';
import { Discarded, noteDiscarded } from './discarded.tsx';
import { EntryCard } from './entry-card.tsx';
import { ownEntries } from './own-entries.ts';
import { useEntries } from './use-entries.ts';

type Props = { readonly form: Form };

/** A person's own entries of a form, newest first: those that stand, or those they have taken back. */
export default function MyEntriesPage({ form }: Props) {
  const person = usePerson();
  const isWithdrawn = new URLSearchParams(useSearch()).has('withdrawn');
  const words = useWords('entries', entriesInEnglish);
  const heading = isWithdrawn ? words.withdrawn : words.mine;
  return (
    <Page
      heading={heading}
      title={words.titleOf(heading, form.title)}
      lead={isWithdrawn ? words.restorable(form.title) : form.title}
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
  const words = useWords('entries', entriesInEnglish);
  const {
    entries: told,
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
  const { parcels = [], isUnread } = useOutbox();
  const isLapsed = usePerson()?.lapsed ?? false;
  const here = parcels.filter(({ form: id, entry }) =>
    // Of the withdrawn ones only those the server told: here they are still among the others.
    isWithdrawn ? told.some((it) => it.id === entry) : id === form.id,
  );
  const [since] = useState(() => new Date().toISOString());
  const entries = ownEntries(told, here, since);
  const firstNewId = firstNew === undefined ? undefined : told[firstNew]?.id;
  const isFailed = state === 'failed';
  // What has just been withdrawn, restored or deleted stays in sight, and is none of these any more.
  const count = entries.filter(
    (it) => !it.isWithdrawn && !(isWithdrawn && it.last?.does === 'restore'),
  ).length;
  return (
    <div className="entries">
      {/* Always on the page: a live region is only heard when its words change. */}
      <output className="visually-hidden">
        {state === 'loading'
          ? words.getting
          : state === 'loaded' && entries.length > 0 && words.shown(count)}
      </output>
      <output>
        <Discarded />
      </output>
      {isLapsed && <SignedOut />}
      {failure && isFailed && !isLapsed && <CouldNotFetch {...{ failure, isCopy }} />}
      {entries.length > 0 && (
        <ol className="cards">
          {entries.map((entry) => (
            <EntryCard
              key={entry.id}
              form={form}
              entry={entry}
              isFromWithdrawn={isWithdrawn}
              takesFocus={entry.id === firstNewId}
              onGone={noteDiscarded}
            />
          ))}
        </ol>
      )}
      {state === 'loading' && entries.length === 0 && <Placeholder />}
      {isUnread && (
        <output>
          <StorageSilent />
        </output>
      )}
      {state === 'loaded' && entries.length === 0 && !isUnread && (
        <Nothing {...{ form, isWithdrawn, hasMore }} />
      )}
      <div className="actions">
        {(isFailed || hasMore) && (
          <button className="button-second" type="button" onClick={() => void load()}>
            {isFailed ? words.tryAgain : words.showMore}
          </button>
        )}
        <Link href={`/${form.id}/entries${isWithdrawn ? '' : '?withdrawn'}`}>
          {isWithdrawn ? words.back : words.withdrawn}
        </Link>
      </div>
    </div>
  );
}

type CouldNotFetchProps = { readonly failure: Failure; readonly isCopy: boolean };

function CouldNotFetch({ failure, isCopy }: CouldNotFetchProps) {
  const words = useWords('entries', entriesInEnglish);
  const { why } = useWords('failures', failures);
  return (
    <div role="alert">
      <Notice tone="waiting" heading={words.notFetched}>
        {`${isCopy ? words.asLastTime : words.safe} ${why[whyOf(failure)]}`}
      </Notice>
    </div>
  );
}

function Nothing({ form, isWithdrawn, hasMore }: EntriesProps & { readonly hasMore: boolean }) {
  const words = useWords('entries', entriesInEnglish);
  if (hasMore) return <output className="empty">{words.noneYet}</output>;
  return (
    <div className="empty">
      <p>{isWithdrawn ? words.noneWithdrawn : words.none}</p>
      {!isWithdrawn && (
        <Link className="button" href={`/${form.id}`}>
          {form.action}
        </Link>
      )}
    </div>
  );
}

function SignedOut() {
  const words = useWords('entries', entriesInEnglish);
  const [path] = useLocation();
  return (
    <div className="empty">
      <p>{words.signInToSee}</p>
      <Link className="button" href={signInPath(path)} state={{ because: 'to-see-entries' }}>
        {words.signIn}
      </Link>
    </div>
  );
}

/** Takes the room that entries will, so that nothing jumps when they come. */
function Placeholder() {
  return (
    <div className="cards" aria-hidden="true">
      <div className="card placeholder" />
      <div className="card placeholder" />
      <div className="card placeholder" />
    </div>
  );
}
