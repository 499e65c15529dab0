import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { fieldsLoaded } from '../../../form/fields-loaded.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import type { Response } from './response.ts';
import { responseColumns, type Column } from './response-columns.ts';
import type { ResponsesApi, PageOfResponses } from './responses-api.ts';
import { eachPage } from '../../../cloud/api/fetch-pages.ts';
import { instantsOf, type DayRange } from '../time-zone/days-in-zone.ts';
import type { Zone } from '../time-zone/zones.ts';
import type { Newer } from '../live/newer-than.ts';
import { toResponseRow, type ResponseRow } from './response-row.ts';

export type Reading = {
  readonly state: 'loading' | 'stopped' | 'done' | 'failed';
  readonly rows: readonly ResponseRow[];
  /** Where to continue. */
  readonly cursor: string | undefined;
  readonly failure?: ApiFailure;
};

/** What rows are made with. */
type Made = { readonly form: Form; readonly columns: readonly Column[] };

type Event =
  | 'restart'
  | 'continue'
  | 'stop'
  | { readonly failure: ApiFailure }
  | { readonly made: Made }
  | { readonly newer: readonly Response[] }
  | { readonly loaded: readonly Response[]; readonly cursor: string | undefined };

/** As many as anybody reads in a day; then the owner is asked whether to go on. */
const mostAtOnce = 10_000;
/** Milliseconds: a date being typed is several dates until it is complete. */
const delay = 300;

/** Days as a calendar in a zone has them. */
type Days = { readonly range: DayRange; readonly zone: Zone };

type Wanted = Days & {
  /** Whether they are needed. Once they are, they stay so. */
  readonly isWanted?: boolean;
};

/** Responses from everyone in a range of days, loaded page by page until the end, or until stopped. */
export function useResponses(api: ResponsesApi, form: Form, wanted: Wanted) {
  const { range, zone } = wanted;
  const [isWanted, setIsWanted] = useState(false);
  if (!isWanted && wanted.isWanted !== false) setIsWanted(true);
  const { from, to } = range;
  const messages = useMessages('responses', responsesMessages);
  const made = useMemo(
    () => ({ form, columns: responseColumns(form, messages, zone) }),
    [form, messages, zone],
  );
  const [reading, dispatch] = useReducer(step, { ...nothingYet, made });
  // In another zone the same responses are shown otherwise, and are not loaded again.
  if (reading.made !== made) dispatch({ made });
  const { from: first, to: last } = instantsOf({ ...(from && { from }), ...(to && { to }) }, zone);
  const stopReading = useRef(() => {});

  const read = useCallback(
    async (cursor?: string) => {
      stopReading.current();
      let isOver = false;
      stopReading.current = () => (isOver = true);
      const range = { ...(first && { from: first }), ...(last && { to: last }) };
      let count = 0;
      const loaded = fieldsLoaded(form);
      const addPage = ({ responses, cursor }: PageOfResponses) => {
        if (isOver) return false;
        dispatch({ loaded: responses, cursor });
        count += responses.length;
        // Reads one page beyond the limit, so that exactly as many as the limit count as all.
        return count <= mostAtOnce;
      };
      const fetchPage = async (after?: string) => {
        const [page] = await Promise.all([api.page(range, after), loaded]);
        return page;
      };
      const read = await eachPage(fetchPage, addPage, cursor);
      if (!isOver) dispatch(read.ok ? 'stop' : { failure: read.problem });
    },
    [api, form, first, last],
  );

  const isFirst = useRef(true);
  useEffect(() => {
    if (!isWanted) return undefined;
    dispatch('restart');
    const timer = setTimeout(() => void read(), isFirst.current ? 0 : delay);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      stopReading.current();
    };
  }, [read, isWanted]);

  const begin = () => {
    dispatch('restart');
    void read();
  };

  return {
    ...reading,
    columns: reading.made.columns,
    stop: () => {
      stopReading.current();
      dispatch('stop');
    },
    /** Shows what came in since: before all others. */
    addNewer: ({ responses, hasMore }: Newer) => {
      if (hasMore) return begin();
      return dispatch({ newer: responses });
    },
    goOn: () => {
      dispatch('continue');
      void read(reading.cursor);
    },
  };
}

const nothingYet: Reading = { state: 'loading', rows: [], cursor: undefined };

type Read = Reading & { readonly made: Made };

function step(before: Read, event: Event): Read {
  const { rows, cursor, made } = before;
  const toRow = (it: Response) => toResponseRow(made.form, made.columns, it);
  if (event === 'restart') return { ...nothingYet, made };
  if (event === 'continue') return { state: 'loading', rows, cursor, made };
  if (event === 'stop')
    return before.state === 'loading' ? { ...before, state: 'stopped' } : before;
  if ('made' in event) return remade(before, event.made);
  if ('newer' in event) return { ...before, rows: event.newer.map(toRow).concat(rows) };
  if ('failure' in event) return { state: 'failed', rows, cursor, made, failure: event.failure };
  return {
    state: event.cursor === undefined ? 'done' : 'loading',
    // Not spread: the browser would copy a hundred thousand rows more than once.
    rows: rows.concat(event.loaded.map(toRow)),
    cursor: event.cursor,
    made,
  };
}

/** The same responses with other columns. */
function remade(before: Read, made: Made): Read {
  const rows = before.rows.map(({ stored }) => toResponseRow(made.form, made.columns, stored));
  return { ...before, rows, made };
}
