import { useEffect, useMemo, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import { usePerson } from '../../../deps.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { withQuery, type PagePath } from '../../../page-paths.ts';
import { useLocation, useSearch } from '../../../ui/navigation.ts';
import { columnsInQuery, columnsToQuery, type ChosenColumns } from '../columns/chosen-columns.ts';
import { filterInQuery, filterToQuery } from '../filters/filter-query.ts';
import { withMe, type Filter } from '../filters/response-filter.ts';
import { responseColumns } from './response-columns.ts';
import type { ResponseKey } from './response.ts';
import { zoneInQuery } from '../time-zone/zone-in-query.ts';
import type { Zone } from '../time-zone/zones.ts';
import { sortInQuery, sortToQuery, type Sort } from './sort.ts';

export type View = 'table' | 'charts' | 'files';

/** What is shown of the responses: which of them, in which order, which columns, which page of the table, from 0, and in which time zone. */
export type Selection = {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly chosen: ChosenColumns;
  readonly page: number;
  readonly zone: Zone;
};

/** Milliseconds: the address follows a search that is being typed, and browsers limit how often it may. */
const delay = 300;

/**
 * The state of the responses page, kept in its address. One page, so that loaded responses stay.
 * @param ownZone unless the address has days, which are in its own
 */
export function useResponsesLocation(form: Form, ownZone: Zone) {
  const messages = useMessages('responses', responsesMessages);
  const [path, navigate] = useLocation();
  const search = useSearch();
  const query = new URLSearchParams(search);
  const selectionIn = (query: URLSearchParams): Selection => {
    const columns = responseColumns(form, messages);
    return {
      filter: filterInQuery(query, form, messages),
      sort: sortInQuery(query, columns),
      chosen: columnsInQuery(query, columns),
      page: pageIn(query),
      zone: zoneInQuery(query) ?? ownZone,
    };
  };
  const [selection, setSelection] = useState<Selection>(() => selectionIn(query));
  const { email: me } = usePerson() ?? {};
  const filter = useMemo(() => withMe(selection.filter, me), [selection.filter, me]);
  const view = viewIn(query);
  const opened = responseIn(query);

  const wanted = queryOf(selection, { ...(view !== 'table' && { view }), ...opened });
  useEffect(() => {
    if (new URLSearchParams(search).toString() === wanted) return undefined;
    const timer = setTimeout(() => {
      const state: unknown = window.history.state;
      navigate(addressOf(path, wanted), { replace: true, state });
    }, delay);
    return () => clearTimeout(timer);
  }, [navigate, path, search, wanted]);

  return {
    ...selection,
    filter,
    view,
    opened,
    onFilter: (filter: Filter) => setSelection({ ...selection, filter, page: 0 }),
    onSort: (sort: Sort) => setSelection({ ...selection, sort, page: 0 }),
    onChoose: (chosen: ChosenColumns) => setSelection({ ...selection, chosen }),
    onZone: (zone: Zone) => setSelection({ ...selection, zone, page: 0 }),
    onPage: (page: number) => setSelection({ ...selection, page }),
    path,
    /** Of what is shown, from its first page. */
    query: queryOf({ ...selection, page: 0 }, view !== 'table' && { view }),
    /** Shows what the query of an address says. */
    onQuery: (it: string) => setSelection(selectionIn(new URLSearchParams(it))),
    toView: (it: View) => addressOf(path, queryOf(selection, it !== 'table' && { view: it })),
    /** Prints what is shown. */
    toPaper: addressOf(path, queryOf(selection, { view: 'paper' })),
    /** The address of one response; the API uses the same query. */
    toResponse: ({ username, id }: ResponseKey) =>
      `?${queryOf(selection, { username, id })}` as const,
    /** Back to where it was opened from, or to the table if it was opened by its address. */
    close: () => {
      if (cameFromTable()) window.history.back();
      else navigate(addressOf(path, queryOf(selection, false)), { replace: true });
    },
  };
}

function queryOf(
  { filter, sort, chosen, page, zone }: Selection,
  more: Readonly<Record<string, string>> | false,
): string {
  const query = filterToQuery(filter, zone);
  if (sort) query.set('sort', sortToQuery(sort));
  if (chosen) query.set('columns', columnsToQuery(chosen));
  if (page > 0) query.set('page', String(page + 1));
  for (const [name, value] of Object.entries(more || {})) query.set(name, value);
  return query.toString();
}

function addressOf(path: PagePath, query: string): PagePath {
  return query ? withQuery(path, query) : path;
}

function viewIn(query: URLSearchParams): View {
  const view = query.get('view');
  return view === 'charts' || view === 'files' ? view : 'table';
}

function pageIn(query: URLSearchParams): number {
  const page = query.get('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) - 1 : 0;
}

function responseIn(query: URLSearchParams): ResponseKey | undefined {
  const [username, id] = [query.get('username'), query.get('id')];
  return username && id ? { username, id } : undefined;
}

/** The navigation state of links from the table to a response. */
export const fromTable = { isFromTable: true };

function cameFromTable(): boolean {
  const state: unknown = window.history.state;
  return (state as typeof fromTable | null)?.isFromTable === true;
}
