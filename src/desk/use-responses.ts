import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { Form } from '#core/form.ts';
import type { Failure } from '../cloud/failure.ts';
import { loaded } from '../form/loaded.ts';
import { desk } from '../words/en/desk.ts';
import { useWords } from '../words/speech.ts';
import { columnsOf } from './columns.ts';
import type { DeskApi, Range, ResponsesPage } from './desk-api.ts';
import { eachPage } from '../cloud/each-page.ts';
import { rowOf, type Row } from './row.ts';

export type Reading = {
  readonly state: 'loading' | 'stopped' | 'done' | 'failed';
  readonly rows: readonly Row[];
  /** Where to go on. */
  readonly cursor: string | undefined;
  readonly failure?: Failure;
};

type Event =
  | 'anew'
  | 'on'
  | 'stop'
  | { readonly failure: Failure }
  | { readonly rows: readonly Row[]; readonly cursor: string | undefined };

/** As many as anybody reads in a day; then the owner is asked. */
const atOnce = 10_000;
/** Milliseconds: a date that is typed is several dates until it is complete. */
const pause = 300;

/** Everyone's responses in a range of days, page by page, until all are here or it is stopped. */
export function useResponses(api: DeskApi, form: Form, { from, to }: Range) {
  const words = useWords('desk', desk);
  const columns = useMemo(() => columnsOf(form, words), [form, words]);
  const [reading, dispatch] = useReducer(step, nothingYet);
  const stopReading = useRef(() => {});

  const read = useCallback(
    async (cursor?: string) => {
      stopReading.current();
      let isOver = false;
      stopReading.current = () => (isOver = true);
      const range = { ...(from && { from }), ...(to && { to }) };
      let count = 0;
      await loaded(form);
      const take = ({ responses, cursor }: ResponsesPage) => {
        if (isOver) return false;
        dispatch({ rows: responses.map((it) => rowOf(form, columns, it)), cursor });
        count += responses.length;
        // One page more, so that exactly as many are all of them.
        return count <= atOnce;
      };
      const read = await eachPage((it) => api.page(range, it), take, cursor);
      if (!isOver) dispatch(read.ok ? 'stop' : { failure: read.problem });
    },
    [api, form, columns, from, to],
  );

  const isFirst = useRef(true);
  useEffect(() => {
    dispatch('anew');
    const timer = setTimeout(() => void read(), isFirst.current ? 0 : pause);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      stopReading.current();
    };
  }, [read]);

  return {
    ...reading,
    columns,
    stop: () => {
      stopReading.current();
      dispatch('stop');
    },
    goOn: () => {
      dispatch('on');
      void read(reading.cursor);
    },
  };
}

const nothingYet: Reading = { state: 'loading', rows: [], cursor: undefined };

function step(before: Reading, event: Event): Reading {
  const { rows, cursor } = before;
  if (event === 'anew') return nothingYet;
  if (event === 'on') return { state: 'loading', rows, cursor };
  if (event === 'stop')
    return before.state === 'loading' ? { ...before, state: 'stopped' } : before;
  if ('failure' in event) return { state: 'failed', rows, cursor, failure: event.failure };
  return {
    state: event.cursor === undefined ? 'done' : 'loading',
    rows: [...rows, ...event.rows],
    cursor: event.cursor,
  };
}
