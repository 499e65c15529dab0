import { useEffect, useReducer, useRef } from 'react';
import type { Page } from '../cloud/api.ts';
import type { Failure } from '../cloud/failure.ts';
import type { Told } from '../cloud/told.ts';
import type { Result } from '#core/result.ts';
import { useDeps } from '../deps.ts';

type Entries = {
  readonly state: 'loading' | 'loaded' | 'failed';
  readonly entries: readonly Told[];
  readonly cursor: string | undefined;
  /** Where the entries that were asked for with "Show more" begin. */
  readonly firstNew: number | undefined;
};

type Event = 'asked' | Result<Page, Failure>;

/** A person's own entries, a page at a time. */
export function useEntries(form: string) {
  const { api } = useDeps();
  const [{ cursor, ...shown }, dispatch] = useReducer(step, {
    state: 'loading',
    entries: [],
    cursor: undefined,
    firstNew: undefined,
  });
  const isAsking = useRef(false);

  async function load() {
    if (isAsking.current) return;
    isAsking.current = true;
    dispatch('asked');
    const page = await api.list(form, cursor);
    isAsking.current = false;
    dispatch(page);
  }
  const first = useRef(load);
  useEffect(() => void first.current(), []);

  return { ...shown, hasMore: cursor !== undefined, load };
}

function step(before: Entries, event: Event): Entries {
  if (event === 'asked') return { ...before, state: 'loading', firstNew: undefined };
  if (!event.ok) return { ...before, state: 'failed' };
  const { entries, cursor } = event.value;
  const { length } = before.entries;
  return {
    state: 'loaded',
    entries: [...before.entries, ...entries],
    cursor,
    firstNew: length > 0 ? length : undefined,
  };
}
