import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { fieldsLoaded } from '../../../form/fields-loaded.ts';
import { responsesMessages } from '../../../messages/en/responses.ts';
import { useMessages } from '../../../messages/locale.ts';
import { responseColumns } from './response-columns.ts';
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

type Event =
  | 'restart'
  | 'continue'
  | 'stop'
  | { readonly failure: ApiFailure }
  | { readonly newer: readonly ResponseRow[] }
  | { readonly rows: readonly ResponseRow[]; readonly cursor: string | undefined };

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
  const columns = useMemo(() => responseColumns(form, messages, zone), [form, messages, zone]);
  const [reading, dispatch] = useReducer(step, nothingYet);
  const stopReading = useRef(() => {});

  const read = useCallback(
    async (cursor?: string) => {
      stopReading.current();
      let isOver = false;
      stopReading.current = () => (isOver = true);
      const range = instantsOf({ ...(from && { from }), ...(to && { to }) }, zone);
      let count = 0;
      const loaded = fieldsLoaded(form);
      const addPage = ({ responses, cursor }: PageOfResponses) => {
        if (isOver) return false;
        dispatch({ rows: responses.map((it) => toResponseRow(form, columns, it)), cursor });
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
    [api, form, columns, from, to, zone],
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
    columns,
    stop: () => {
      stopReading.current();
      dispatch('stop');
    },
    /** Shows what came in since: before all others. */
    addNewer: ({ responses, hasMore }: Newer) => {
      if (hasMore) return begin();
      const newer = responses.map((it) => toResponseRow(form, columns, it));
      return dispatch({ newer });
    },
    goOn: () => {
      dispatch('continue');
      void read(reading.cursor);
    },
  };
}

const nothingYet: Reading = { state: 'loading', rows: [], cursor: undefined };

function step(before: Reading, event: Event): Reading {
  const { rows, cursor } = before;
  if (event === 'restart') return nothingYet;
  if (event === 'continue') return { state: 'loading', rows, cursor };
  if (event === 'stop')
    return before.state === 'loading' ? { ...before, state: 'stopped' } : before;
  if ('newer' in event) return { ...before, rows: event.newer.concat(rows) };
  if ('failure' in event) return { state: 'failed', rows, cursor, failure: event.failure };
  return {
    state: event.cursor === undefined ? 'done' : 'loading',
    // Not spread: the browser would copy a hundred thousand rows more than once.
    rows: rows.concat(event.rows),
    cursor: event.cursor,
  };
}
