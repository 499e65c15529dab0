import { useEffect, useReducer, useRef } from 'react';
import type { Form } from '#core/form.ts';
import type { Result } from '#core/result.ts';
import type { Page } from '../cloud/api.ts';
import { firstWithEntries } from '../cloud/each-page.ts';
import type { Failure } from '../cloud/failure.ts';
import { toldEntry, type Told } from '../cloud/told.ts';
import { useDeps, usePerson } from '../deps.ts';
import { withTimeout } from '../device/timeout.ts';

type Entries = {
  readonly state: 'loading' | 'loaded' | 'failed';
  readonly failure: Failure | undefined;
  readonly entries: readonly Told[];
  /** They are from the last time there was a network. */
  readonly isCopy: boolean;
  readonly cursor: string | undefined;
  /** Where the entries that were asked for with "Show more" begin. */
  readonly firstNew: number | undefined;
};

type Event =
  | { readonly is: 'asked' }
  | { readonly is: 'remembered'; readonly entries: readonly Told[] }
  | { readonly is: 'answered'; readonly page: Result<Page, Failure> };

type Options = { readonly form: Form; readonly isWithdrawn: boolean };

/** Milliseconds that the disk has before the server is asked. */
const politeness = 1000;

/** A person's own entries, a page at a time; until the first page is there, as they were the last time. */
export function useEntries({ form, isWithdrawn }: Options) {
  const { api, copies, outbox, session } = useDeps();
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
    dispatch({ is: 'asked' });
    const page = await firstWithEntries(
      (it) => api.list(form.id, { cursor: it, isWithdrawn }),
      cursor,
    );
    isAsking.current = false;
    dispatch({ is: 'answered', page });
    if (!page.ok || cursor || session.person()?.username !== author) return;
    // What was erased here since it was asked for is not to lie here again.
    const erasures = outbox.view().parcels?.filter((it) => it.does === 'erase') ?? [];
    const erased = new Set(erasures.map((it) => it.entry));
    const standing = page.value.entries.filter((it) => !erased.has(it.id));
    await copies.keep(author, { form, isWithdrawn }, standing.map(asBody));
  }
  async function remember() {
    const copy = await copies.read(author, { form, isWithdrawn }).catch(() => undefined);
    if (Array.isArray(copy))
      dispatch({
        is: 'remembered',
        entries: copy.map(toldEntry).filter((it) => it !== undefined),
      });
  }
  async function begin() {
    // A disk that does not answer keeps nobody from asking the server.
    await withTimeout('storage', politeness, remember()).catch(() => undefined);
    await load();
  }
  const first = useRef(begin);
  useEffect(() => void first.current(), []);

  return { ...shown, hasMore: cursor !== undefined, load };
}

function step(before: Entries, event: Event): Entries {
  if (event.is === 'asked') return { ...before, state: 'loading', firstNew: undefined };
  if (event.is === 'remembered')
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

/** As it came, so that it is read from the disk with the same care as from the network. */
function asBody({ receipt, ...entry }: Told): object {
  return { ...receipt, ...entry };
}
