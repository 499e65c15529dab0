import { useEffect, useRef, useState } from 'react';
import { isOpen } from '#core/form/define-form.ts';
import type { ListedForm } from '#core/form/listed-form.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import { failureReasonOf } from '../../cloud/api/failure-reason.ts';
import { useForms } from '../../catalogue/use-forms.ts';
import { withFormList } from '../../catalogue/with-form-list.tsx';
import { useDeps, usePerson } from '../../deps.ts';
import { pathTo, signInPath, withQuery } from '../../page-paths.ts';
import { Link, useSearch } from '../../ui/navigation.ts';
import { useOutbox } from '../../ui/use-outbox.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StorageUnavailable } from '../../ui/storage-unavailable.tsx';
import { entries as entriesInEnglish } from '../../messages/en/entries.ts';
import { failures } from '../../messages/en/failures.ts';
import { useMessages } from '../../messages/locale.ts';
import { ownEntries } from '../entry/own-entries.ts';
import { filterOf, isMatch, queryOf, type EntryFilter } from './entry-filter.ts';
import { EntryLine } from './entry-line.tsx';
import { FilterBar } from './filter-bar.tsx';
import { completeSince, listOf } from './entry-lists.ts';
import { useAllFieldsLoaded } from './use-all-fields-loaded.ts';
import { useEntries } from './use-entries.ts';
import './my-entries-page.css';

type Props = { readonly forms: readonly ListedForm[] };

/** A person's own entries of all forms, newest first: the current ones or the withdrawn ones. */
export default withFormList(function MyEntriesPage({ forms }: Props) {
  const person = usePerson();
  const filter = filterOf(new URLSearchParams(useSearch()));
  const messages = useMessages('entries', entriesInEnglish);
  const isWithdrawn = filter.status === 'withdrawn';
  const heading = isWithdrawn ? messages.withdrawn : messages.mine;
  const form = forms.find(({ id }) => id === filter.form);
  return (
    <Page
      heading={heading}
      title={form ? messages.titleOf(heading, form.title) : heading}
      lead={isWithdrawn ? messages.restorable : undefined}
      isWide
    >
      {person ? (
        <Entries
          key={`${person.username} ${filter.form} ${isWithdrawn}`}
          {...{ forms, filter, isWithdrawn }}
        />
      ) : (
        <OfDevice {...{ forms: forms.filter(isOpen), filter, isWithdrawn }} />
      )}
    </Page>
  );
});

/** What this device has sent without an account, if a form can be sent so. */
function OfDevice({ forms, filter, isWithdrawn }: EntriesProps) {
  const { changes = [] } = useOutbox();
  const messages = useMessages('entries', entriesInEnglish);
  const hasLink = useHasLink();
  const hasSome = hasLink || changes.some((it) => it.isOpen);
  if (forms.length === 0 || !hasSome) return <SignedOut filter={filter} />;
  return (
    <>
      <p>{messages.fromDevice}</p>
      <Entries key={`${filter.form} ${isWithdrawn}`} {...{ forms, filter, isWithdrawn }} />
      <p className="actions">
        <Link className="button-second" href={signInPath(pathTo.entries())}>
          {messages.toSeeOthers}
        </Link>
        <Link className="button-quiet" href={pathTo.eraseAccount()}>
          {messages.eraseFromDevice}
        </Link>
      </p>
    </>
  );
}

/** Whether a personal link was opened here: its entry may have been sent from another device. */
function useHasLink(): boolean {
  const { outbox } = useDeps();
  const [hasLink, setHasLink] = useState(false);
  useEffect(() => {
    void outbox.invitations().then((all) => setHasLink(Array.isArray(all) && all.length > 0));
  }, [outbox]);
  return hasLink;
}

type EntriesProps = Props & { readonly filter: EntryFilter; readonly isWithdrawn: boolean };

function Entries({ forms, filter, isWithdrawn }: EntriesProps) {
  const messages = useMessages('entries', entriesInEnglish);
  const isSessionExpired = usePerson()?.sessionExpired ?? false;
  const { isUnread } = useOutbox();
  const wanted = filter.form ? forms.filter(({ id }) => id === filter.form) : forms;
  const { lists, hasMore, unasked, loadMore } = useEntries({ forms: wanted, isWithdrawn });
  const { entries: all, isLoading: areFormsLoading } = useMergedEntries({
    forms: wanted,
    isWithdrawn,
    lists,
    isSearched: filter.q !== '',
  });
  const states = [...lists.values()];
  const isLoading =
    areFormsLoading || states.length === 0 || states.some((it) => it.state === 'loading');
  const failed = states.find((it) => it.state === 'failed');
  const since = filter.q ? '' : completeSince(lists);
  const shown = all.filter((it) => it.entry.at >= since && isMatch(it, filter));
  // Entries just withdrawn, restored or erased stay visible, but do not count.
  const count = shown.filter(
    ({ entry: it }) => !it.isWithdrawn && !(isWithdrawn && it.last?.kind === 'restore'),
  ).length;
  const [focusAt, setFocusAt] = useState<number>();
  const newLine = useFocus(focusAt !== undefined && !isLoading);
  return (
    <div className="own-entries">
      <FilterBar forms={forms} filter={filter} />
      {/* Always on the page: a live region is announced only when its text changes. */}
      <output className="visually-hidden">
        {isLoading ? messages.loading : shown.length > 0 && messages.shown(count)}
      </output>
      {isSessionExpired && <SignedOut filter={filter} />}
      {failed?.failure && !isSessionExpired && (
        <CouldNotLoad failure={failed.failure} isCopy={failed.isCopy} />
      )}
      {shown.length > 0 && (
        <ol className="entry-lines">
          {shown.map((it, index) => (
            <EntryLine
              key={`${it.form.id} ${it.entry.id}`}
              {...it}
              isFromWithdrawn={isWithdrawn}
              link={index === focusAt ? newLine : undefined}
            />
          ))}
        </ol>
      )}
      {isLoading && shown.length === 0 && <div className="placeholder" aria-hidden="true" />}
      {isUnread && (
        <output>
          <StorageUnavailable />
        </output>
      )}
      {!isLoading && !failed && shown.length === 0 && !isUnread && (
        <NoEntries {...{ forms, filter, hasMore }} />
      )}
      {hasMore && !isLoading && (
        <div className="actions">
          <button
            className="button-second"
            type="button"
            onClick={() => {
              setFocusAt(failed ? undefined : shown.length);
              void loadMore();
            }}
          >
            {failed ? messages.tryAgain : filter.q ? messages.searchOlder : messages.showMore}
          </button>
          {unasked > 0 && <span className="hint">{messages.unasked(unasked)}</span>}
        </div>
      )}
    </div>
  );
}

type MergeOptions = Pick<EntriesProps, 'forms' | 'isWithdrawn'> & {
  readonly lists: ReturnType<typeof useEntries>['lists'];
  readonly isSearched: boolean;
};

/** The entries of all forms, with what this device has changed. */
function useMergedEntries({ forms, isWithdrawn, lists, isSearched }: MergeOptions) {
  const { changes = [] } = useOutbox();
  const [openedAt] = useState(() => new Date().toISOString());
  const merged = forms.flatMap((form) => {
    const { entries } = listOf(lists, form.id);
    const local = changes.filter(
      (it) =>
        it.form === form.id &&
        // On the page of withdrawn entries, only those that the server lists: others are still among the
        // current ones.
        (!isWithdrawn || entries.some(({ id }) => id === it.entry)),
    );
    return ownEntries(entries, local, openedAt).map((entry) => ({ form, entry }));
  });
  const opened = useForms(merged.map(({ form }) => form.id));
  useAllFieldsLoaded(isSearched ? opened.forms : undefined);
  const entries = merged
    .filter(({ form }) => opened.forms.has(form.id))
    .map((it) => ({ ...it, opened: opened.forms.get(it.form.id) }))
    .toSorted((a, b) => (a.entry.at < b.entry.at ? 1 : -1));
  return { entries, isLoading: opened.isLoading };
}

function useFocus(isDue: boolean) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isDue) link.current?.focus();
  }, [isDue]);
  return link;
}

type CouldNotLoadProps = { readonly failure: ApiFailure; readonly isCopy: boolean };

function CouldNotLoad({ failure, isCopy }: CouldNotLoadProps) {
  const messages = useMessages('entries', entriesInEnglish);
  const { why } = useMessages('failures', failures);
  return (
    <div role="alert">
      <Notice tone="waiting" heading={messages.notLoaded}>
        {`${isCopy ? messages.asLastTime : messages.safe} ${why[failureReasonOf(failure)]}`}
      </Notice>
    </div>
  );
}

type NoEntriesProps = Omit<EntriesProps, 'isWithdrawn'> & { readonly hasMore: boolean };

function NoEntries({ forms, filter, hasMore }: NoEntriesProps) {
  const messages = useMessages('entries', entriesInEnglish);
  const form = forms.find(({ id }) => id === filter.form);
  if (hasMore) return <output className="empty">{messages.noneYet}</output>;
  if (filter.q || filter.status === 'waiting')
    return (
      <div className="empty">
        <output>{messages.noMatches}</output>
        <Link className="button-second" href={pathTo.entries()}>
          {messages.showAll}
        </Link>
      </div>
    );
  return (
    <div className="empty">
      <p>{filter.status === 'withdrawn' ? messages.noneWithdrawn : messages.none}</p>
      {filter.status !== 'withdrawn' && (
        <Link className="button" href={form ? pathTo.fill(form.id) : pathTo.home()}>
          {form ? form.action : messages.toForms}
        </Link>
      )}
    </div>
  );
}

function SignedOut({ filter }: { readonly filter: EntryFilter }) {
  const messages = useMessages('entries', entriesInEnglish);
  const query = queryOf(filter);
  const here = query ? withQuery(pathTo.entries(), query) : pathTo.entries();
  return (
    <div className="empty">
      <p>{messages.signInToSee}</p>
      <Link className="button" href={signInPath(here)} state={{ because: 'to-see-entries' }}>
        {messages.signIn}
      </Link>
    </div>
  );
}
