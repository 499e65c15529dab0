import { useEffect, useReducer, useRef } from 'react';
import type { ListedForm } from '#core/form/listed-form.ts';
import { ok, type Result } from '#core/values/result.ts';
import { aFewAtOnce } from '../../cloud/api/a-few-at-once.ts';
import type { EntryPage } from '../../cloud/api/api-client.ts';
import type { ApiFailure } from '../../cloud/api/api-failure.ts';
import { firstWithEntries } from '../../cloud/api/fetch-pages.ts';
import { parseApiEntries, type ApiEntry } from '../../cloud/api/parse-api-entry.ts';
import { nobody } from '../../cloud/session/identity.ts';
import { useDeps, usePerson } from '../../deps.ts';
import { withTimeout } from '../../device/timeout.ts';
import { listOf, stepLists, type EntryLists } from './entry-lists.ts';

type Options = { readonly forms: readonly ListedForm[]; readonly isWithdrawn: boolean };

/** Milliseconds for the disk to answer, before the server is asked. */
const diskTimeout = 1000;

/** Forms whose entries are loaded without being asked for, each by a request of its own. */
const formsAtOnce = 24;

/**
 * A person's own entries of several forms. Each form has its own list in the API, which is loaded page by
 * page; cached ones are there until the first pages arrive.
 */
export function useEntries({ forms, isWithdrawn }: Options) {
  const { api, entryCache, outbox, session } = useDeps();
  const author = usePerson()?.username ?? nobody;
  const [lists, dispatch] = useReducer(stepLists, new Map() as EntryLists);
  const isAsking = useRef(false);

  /** Loads a page of each form, a few at one time. Stops at the first that finds no server. */
  async function load(some: readonly ListedForm[]) {
    if (isAsking.current) return;
    isAsking.current = true;
    dispatch({ is: 'requested', forms: some.map(({ id }) => id) });
    let unreached: Result<EntryPage, ApiFailure> | undefined;
    const left = await aFewAtOnce(some, async (form) => {
      const page = await loadPage(form);
      if (page.ok || page.problem.is === 'refused') return true;
      unreached = page;
      return false;
    });
    if (unreached)
      for (const { id } of left) dispatch({ is: 'received', form: id, page: unreached });
    isAsking.current = false;
  }

  async function loadPage(form: ListedForm) {
    const { cursor } = listOf(lists, form.id);
    const listed = await firstWithEntries(
      (it) => api.list(form.id, { as: author, cursor: it, isWithdrawn }),
      cursor,
    );
    const page = isWithoutLink(listed) ? ok({ entries: [], cursor: undefined }) : listed;
    dispatch({ is: 'received', form: form.id, page });
    if (page.ok && !cursor && (session.person()?.username ?? nobody) === author)
      void keep(form, page.value.entries);
    return page;
  }

  /** Does not cache what was erased here while the request was under way. */
  async function keep(form: ListedForm, entries: readonly ApiEntry[]) {
    const erasures = outbox.view().changes?.filter((it) => it.kind === 'erase') ?? [];
    const erased = new Set(erasures.map((it) => it.entry));
    const remaining = entries.filter((it) => !erased.has(it.id));
    await entryCache.keep(author, { form, isWithdrawn }, remaining.map(asBody));
  }

  /** @returns how many entries are cached, or `undefined` if that is unknown */
  async function remember(form: ListedForm): Promise<number | undefined> {
    const copy = await entryCache.read(author, { form, isWithdrawn }).catch(() => undefined);
    const entries = parseApiEntries(copy);
    if (!entries) return undefined;
    dispatch({ is: 'cached', form: form.id, entries });
    return entries.length;
  }

  async function begin() {
    // A disk that does not answer must not block the requests.
    const cached = await withTimeout(
      'storage',
      diskTimeout,
      Promise.all(forms.map(remember)),
    ).catch(() => []);
    const order = (form: ListedForm) => likelihood(cached[forms.indexOf(form)]);
    await load(forms.toSorted((a, b) => order(a) - order(b)).slice(0, formsAtOnce));
  }
  const first = useRef(begin);
  useEffect(() => void first.current(), []);

  const unasked = forms.filter(({ id }) => listOf(lists, id).state === 'unasked');
  const unfinished = forms.filter(({ id }) => {
    const { state, cursor } = listOf(lists, id);
    return state === 'failed' || cursor !== undefined;
  });
  return {
    lists,
    hasMore: unasked.length + unfinished.length > 0,
    /** Forms that were not looked through yet. */
    unasked: unasked.length,
    loadMore: () => load([...unfinished, ...unasked].slice(0, formsAtOnce)),
  };
}

/** Of a form that is filled in with personal links, this device has none, or one that has expired. */
function isWithoutLink(page: Result<EntryPage, ApiFailure>): boolean {
  if (page.ok || page.problem.is !== 'refused') return false;
  return page.problem.code.startsWith('invitation_');
}

/** Forms with entries come first, and those that had none last. */
function likelihood(cached: number | undefined): number {
  if (cached === undefined) return 1;
  return cached > 0 ? 0 : 2;
}

/** In the shape the API sends, so that reading the cache validates it just as strictly. */
function asBody({ receipt, ...entry }: ApiEntry): object {
  return { ...receipt, ...entry };
}
