import { Link, useLocation } from 'wouter';
import type { Form } from '#core/form.ts';
import { usePerson } from '../deps.ts';
import { useOutbox } from '../outbox/use-outbox.ts';
import { signInPath } from '../paths.ts';
import { Notice } from '../shell/notice.tsx';
import { Page } from '../shell/page.tsx';
import { EntryCard } from './entry-card.tsx';
import { useEntries } from './use-entries.ts';

/** A person's own entries of a form, newest first. */
export default function MyEntriesPage({ form }: { readonly form: Form }) {
  const person = usePerson();
  return (
    <Page heading="My entries" title={`My entries: ${form.title}`} lead={form.title}>
      {person && !person.lapsed ? <Entries key={person.username} form={form} /> : <SignedOut />}
    </Page>
  );
}

function Entries({ form }: { readonly form: Form }) {
  const { entries, state, hasMore, firstNew, load } = useEntries(form.id);
  const { parcels = [] } = useOutbox();
  const isNothing = state === 'loaded' && entries.length === 0;
  return (
    <div className="entries">
      {/* Always on the page: a live region is only heard when its words change. */}
      <output className={state === 'loading' ? 'hint' : 'visually-hidden'}>
        {state === 'loading' && 'Getting your entries…'}
        {state === 'loaded' && entries.length > 0 && `Entries shown: ${entries.length}`}
      </output>
      {entries.length > 0 && (
        <ol className="cards">
          {entries.map((entry, i) => (
            <EntryCard
              key={entry.id}
              form={form}
              entry={entry}
              parcels={parcels.filter((it) => it.entry === entry.id)}
              takesFocus={i === firstNew}
            />
          ))}
        </ol>
      )}
      {state === 'loading' && entries.length === 0 && <Placeholder />}
      {isNothing && (
        <div className="empty">
          <p>Nothing here yet. What you send appears here.</p>
          <Link className="button" href={`/${form.id}`}>
            {form.action}
          </Link>
        </div>
      )}
      {state === 'failed' && (
        <div role="alert">
          <Notice tone="waiting" heading="Your entries could not be fetched">
            They are safe where they are. Check your connection, then try again.
          </Notice>
        </div>
      )}
      {(state === 'failed' || hasMore) && (
        <button className="button-second" type="button" onClick={() => void load()}>
          {state === 'failed' ? 'Try again' : 'Show more'}
        </button>
      )}
    </div>
  );
}

function SignedOut() {
  const [path] = useLocation();
  return (
    <div className="empty">
      <p>Sign in to see what you have sent.</p>
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
