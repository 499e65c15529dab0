import { useEffect, useReducer, useRef } from 'react';
import type { Form } from '#core/form/define-form.ts';
import type { Summary } from '#core/summary/summarize.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { useDeps } from '../../../deps.ts';
import { createResponsesApi } from '../data/responses-api.ts';

export type FormCounts = {
  /** By form, as far as they are loaded. */
  readonly summaries: ReadonlyMap<string, Summary>;
  readonly isLoading: boolean;
  /** The first failure, if any count is missing because of one. */
  readonly failure: ApiFailure | undefined;
};

type Event =
  | 'started'
  | 'ended'
  | { readonly failure: ApiFailure }
  | { readonly form: string; readonly summary: Summary };

/** Requests at the same time: fast with twenty forms, and no burst with two hundred. */
const atOnce = 4;

/** Counts every form's responses, one after the other. After a failure, `retry` counts what is missing. */
export function useFormCounts(forms: readonly Form[], username: string) {
  const { call } = useDeps();
  const [counts, dispatch] = useReducer(step, nothingYet);
  const { summaries } = counts;
  const stop = useRef(() => {});

  async function count(missing: readonly Form[]) {
    stop.current();
    let isOver = false;
    const queue = [...missing];
    stop.current = () => {
      isOver = true;
      queue.length = 0;
    };
    dispatch('started');
    const work = async () => {
      for (let form = queue.shift(); form; form = queue.shift()) {
        const summed = await createResponsesApi(call, form.id, username).summary();
        if (isOver) return;
        if (summed.ok) dispatch({ form: form.id, summary: summed.value });
        else {
          // The next ones would fail the same way.
          queue.length = 0;
          dispatch({ failure: summed.problem });
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    if (!isOver) dispatch('ended');
  }

  const start = useRef(() => void count(forms));
  useEffect(() => {
    start.current();
    return () => stop.current();
  }, []);

  return { ...counts, retry: () => void count(forms.filter(({ id }) => !summaries.has(id))) };
}

const nothingYet: FormCounts = { summaries: new Map(), isLoading: true, failure: undefined };

function step(before: FormCounts, event: Event): FormCounts {
  if (event === 'started') return { ...before, isLoading: true, failure: undefined };
  if (event === 'ended') return { ...before, isLoading: false };
  if ('failure' in event) return { ...before, isLoading: false, failure: event.failure };
  return { ...before, summaries: new Map(before.summaries).set(event.form, event.summary) };
}
