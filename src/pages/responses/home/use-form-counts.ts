import { useEffect, useReducer, useRef } from 'react';
import type { ListedForm } from '#core/form/listed-form.ts';
import type { Summary } from '#core/summary/summary-of-counts.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import { aFewAtOnce } from '../../../cloud/api/a-few-at-once.ts';
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

/** Counts every form's responses, one after the other. After a failure, `retry` counts what is missing. */
export function useFormCounts(forms: readonly ListedForm[], username: string) {
  const { call } = useDeps();
  const [counts, dispatch] = useReducer(step, nothingYet);
  const { summaries } = counts;
  const stop = useRef(() => {});

  async function count(missing: readonly ListedForm[]) {
    stop.current();
    let isOver = false;
    stop.current = () => void (isOver = true);
    dispatch('started');
    await aFewAtOnce(missing, async ({ id }) => {
      const summed = await createResponsesApi(call, id, username).summary();
      if (isOver) return false;
      dispatch(summed.ok ? { form: id, summary: summed.value } : { failure: summed.problem });
      return summed.ok;
    });
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
