import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Form } from '#core/form.ts';
import { usePerson } from '../deps.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { signInPath } from '../paths.ts';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { EntryCard } from './entry-card.tsx';
import { ownEntries } from './own-entries.ts';
import { useEntries } from './use-entries.ts';

type Props = { readonly form: Form };

/** A person's own entries of a form, newest first: those that stand, or those they have taken back. */
export default function MyEntriesPage({ form }: Props) {
  const person = usePerson();
  const isWithdrawn = new URLSearchParams(useSearch()).has('withdrawn');
  const heading = isWithdrawn ? 'Withdrawn entries' : 'My entries';
  return (
    <Page
      heading={heading}
      title={`${heading}: ${form.title}`}
      lead={
        isWithdrawn
          ? `${form.title}. They can be restored for 30 days, and are then erased.`
          : form.title
      }
    >
      {person ? (
        <Entries key={person.username + isWithdrawn} form={form} isWithdrawn={isWithdrawn} />
      ) : (
        <SignedOut words="Sign in to see what you have sent." />
      )}
    </Page>
  );
}

type EntriesProps = Props & { readonly isWithdrawn: boolean };

function Entries({ form, isWithdrawn }: EntriesProps) {
  const {
    entries: told,
    state,
    isCopy,
    hasMore,
    firstNew,
    load,
  } = useEntries({
    form: form.id,
    isWithdrawn,
  });
  const { parcels = [] } = useOutbox();
  const isLapsed = usePerson()?.lapsed ?? false;
  const here = parcels.filter(({ form: id, entry }) =>
    // Of the withdrawn ones only those the server told: here they are still among the others.
    isWithdrawn ? told.some((it) => it.id === entry) : id === form.id,
  );
  const [since] = useState(() => new Date().toISOString());
  const entries = ownEntries(told, here, since);
  const firstNewId = firstNew === undefined ? undefined : told[firstNew]?.id;
  const isFailed = state === 'failed';
  return (
    <div className="entries">
      {/* Always on the page: a live region is only heard when its words change. */}
      <output className="visually-hidden">
        {state === 'loading' && 'Getting your entries…'}
        {state === 'loaded' && entries.length > 0 && `Entries shown: ${entries.length}`}
      </output>
      {isLapsed && <SignedOut words="Sign in to see what you have sent." />}
      {isFailed && !isLapsed && <CouldNotFetch isCopy={isCopy} />}
      {entries.length > 0 && (
        <ol className="cards">
          {entries.map((entry) => (
            <EntryCard
              key={entry.id}
              form={form}
              entry={entry}
              isFromWithdrawn={isWithdrawn}
              takesFocus={entry.id === firstNewId}
            />
          ))}
        </ol>
      )}
      {state === 'loading' && entries.length === 0 && <Placeholder />}
      {state === 'loaded' && entries.length === 0 && (
        <Nothing form={form} isWithdrawn={isWithdrawn} />
      )}
      <div className="actions">
        {(isFailed || hasMore) && (
          <button className="button-second" type="button" onClick={() => void load()}>
            {isFailed ? 'Try again' : 'Show more'}
          </button>
        )}
        <Link href={`/${form.id}/entries${isWithdrawn ? '' : '?withdrawn'}`}>
          {isWithdrawn ? 'Back to my entries' : 'Withdrawn entries'}
        </Link>
      </div>
    </div>
  );
}

function CouldNotFetch({ isCopy }: { readonly isCopy: boolean }) {
  return (
    <div role="alert">
      <Notice tone="waiting" heading="Your entries could not be fetched">
        {isCopy
          ? 'You see them as they were the last time, with what you have changed since.'
          : 'They are safe where they are. Check your connection, then try again.'}
      </Notice>
    </div>
  );
}

function Nothing({ form, isWithdrawn }: EntriesProps) {
  return (
    <div className="empty">
      <p>
        {isWithdrawn
          ? 'You have withdrawn nothing in the last 30 days.'
          : 'Nothing here yet. What you send appears here.'}
      </p>
      {!isWithdrawn && (
        <Link className="button" href={`/${form.id}`}>
          {form.action}
        </Link>
      )}
    </div>
  );
}

function SignedOut({ words }: { readonly words: string }) {
  const [path] = useLocation();
  return (
    <div className="empty">
      <p>{words}</p>
      <Link className="button" href={signInPath(path)} state={{ because: 'to-see-entries' }}>
        Sign in
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
