import type { Result } from '#core/values/result.ts';
import type { EntryPage } from '../../cloud/api/api-client.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import type { ApiEntry } from '../../cloud/api/parse-api-entry.ts';

/** What is known of a person's own entries of one form. */
export type EntryList = {
  readonly state: 'unasked' | 'loading' | 'loaded' | 'failed';
  readonly failure: ApiFailure | undefined;
  /** Newest first. */
  readonly entries: readonly ApiEntry[];
  /** From the cache: they are from the last time there was a network. */
  readonly isCopy: boolean;
  /** Of the next page, if there is one. */
  readonly cursor: string | undefined;
};

/** By the form's id. */
export type EntryLists = ReadonlyMap<string, EntryList>;

type Event =
  | { readonly is: 'requested'; readonly forms: readonly string[] }
  | { readonly is: 'cached'; readonly form: string; readonly entries: readonly ApiEntry[] }
  | {
      readonly is: 'received';
      readonly form: string;
      readonly page: Result<EntryPage, ApiFailure>;
    };

const unasked: EntryList = {
  state: 'unasked',
  failure: undefined,
  entries: [],
  isCopy: false,
  cursor: undefined,
};

export function listOf(lists: EntryLists, form: string): EntryList {
  return lists.get(form) ?? unasked;
}

export function stepLists(lists: EntryLists, event: Event): EntryLists {
  if (event.is === 'requested')
    return withLists(lists, event.forms, (it) => ({ ...it, state: 'loading' }));
  if (event.is === 'cached')
    return withLists(lists, [event.form], (it) =>
      it.state === 'loaded' ? it : { ...it, entries: event.entries, isCopy: true },
    );
  const { page } = event;
  return withLists(lists, [event.form], (it) =>
    page.ok
      ? {
          state: 'loaded',
          failure: undefined,
          entries: [...(it.isCopy ? [] : it.entries), ...page.value.entries],
          isCopy: false,
          cursor: page.value.cursor,
        }
      : { ...it, state: 'failed', failure: page.problem },
  );
}

function withLists(
  lists: EntryLists,
  forms: readonly string[],
  change: (list: EntryList) => EntryList,
): EntryLists {
  return new Map([...lists, ...forms.map((it) => [it, change(listOf(lists, it))] as const)]);
}

/**
 * ISO 8601: of entries older than this, some may not be loaded yet. They are shown once they all are, so that
 * “Show more” only ever adds to the end.
 */
export function completeSince(lists: EntryLists): string {
  const ends = [...lists.values()]
    .filter(({ cursor }) => cursor !== undefined)
    .map(({ entries }) => entries.at(-1)?.createdAt ?? '');
  return ends.toSorted().at(-1) ?? '';
}
