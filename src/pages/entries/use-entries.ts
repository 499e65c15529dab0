import { useEffect, useReducer, useRef } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { Result } from '#core/values/result.ts';
import type { EntryPage } from '../../cloud/api/api-client.ts';
import { firstWithEntries } from '../../cloud/api/fetch-pages.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import { parseApiEntry, type ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { useDeps, usePerson } from '../../deps.ts';
import { withTimeout } from '../../device/timeout.ts';

type Entries = {
  readonly state: 'loading' | 'loaded' | 'failed';
  readonly failure: ApiFailure | undefined;
  readonly entries: readonly ApiEntry[];
  /** From the cache: they are from the last time there was a network. */
  readonly isCopy: boolean;
  readonly cursor: string | undefined;
  /** The index of the first entry added by "Show more". */
  readonly firstNew: number | undefined;
};

type Event =
  | { readonly is: 'requested' }
  | { readonly is: 'cached'; readonly entries: readonly ApiEntry[] }
  | { readonly is: 'received'; readonly page: Result<EntryPage, ApiFailure> };

type Options = { readonly form: Form; readonly isWithdrawn: boolean };

/** Milliseconds for the disk to answer, before the server is asked. */
const diskTimeout = 1000;

/** A person's own entries, page by page; cached ones until the first page arrives. */
export function useEntries({ form, isWithdrawn }: Options) {
  const { api, entryCache, outbox, session } = useDeps();
  const author = usePerson()?.username ?? '';
  const [{ cursor, ...shown }, dispatch] = useReducer(step, {
    state: 'loading',
    failure: undefined,
    entries: [],
    isCopy: false,
    cursor: undefined,
    firstNew: undefined,
  });
  const isAsking = useRef(false);

  async function load() {
    if (isAsking.current) return;
    isAsking.current = true;
    dispatch({ is: 'requested' });
    const page = await firstWithEntries(
      (it) => api.list(form.id, { cursor: it, isWithdrawn }),
      cursor,
    );
    isAsking.current = false;
    dispatch({ is: 'received', page });
    if (!page.ok || cursor || session.person()?.username !== author) return;
    // Do not cache what was erased here while the request was under way.
    const erasures = outbox.view().changes?.filter((it) => it.kind === 'erase') ?? [];
    const erased = new Set(erasures.map((it) => it.entry));
    const remaining = page.value.entries.filter((it) => !erased.has(it.id));
    await entryCache.keep(author, { form, isWithdrawn }, remaining.map(asBody));
  }
  async function remember() {
    const copy = await entryCache.read(author, { form, isWithdrawn }).catch(() => undefined);
    if (Array.isArray(copy))
      dispatch({
        is: 'cached',
        entries: copy.map(parseApiEntry).filter((it) => it !== undefined),
      });
  }
  async function begin() {
    // A disk that does not answer must not block the request.
    await withTimeout('storage', diskTimeout, remember()).catch(() => undefined);
    await load();
  }
  const first = useRef(begin);
  useEffect(() => void first.current(), []);

  return { ...shown, hasMore: cursor !== undefined, load };
}

function step(before: Entries, event: Event): Entries {
  if (event.is === 'requested') return { ...before, state: 'loading', firstNew: undefined };
  if (event.is === 'cached')
    return before.state === 'loaded' ? before : { ...before, entries: event.entries, isCopy: true };
  if (!event.page.ok) return { ...before, state: 'failed', failure: event.page.problem };
  const { entries, cursor } = event.page.value;
  const kept = before.isCopy ? [] : before.entries;
  return {
    state: 'loaded',
    failure: undefined,
    entries: [...kept, ...entries],
    isCopy: false,
    cursor,
    firstNew: kept.length > 0 && entries.length > 0 ? kept.length : undefined,
  };
}

/** In the shape the API sends, so that reading the cache validates it just as strictly. */
function asBody({ receipt, ...entry }: ApiEntry): object {
  return { ...receipt, ...entry };
}
