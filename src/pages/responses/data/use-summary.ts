import { useEffect, useRef, useState } from 'react';
import type { Summary } from '#core/summary/summary-of-counts.ts';
import type { ApiFailure } from '../../../cloud/api/api-failure.ts';
import type { ResponsesApi } from './responses-api.ts';

type Shown =
  | { readonly state: 'loading'; readonly value?: never; readonly failure?: never }
  | { readonly state: 'failed'; readonly value?: never; readonly failure: ApiFailure }
  | { readonly state: 'loaded'; readonly value: Summary; readonly failure?: never };

export type ShownSummary = Shown & { readonly load: () => void };

/** The counts of all responses. While they are loaded again, those that are known stay. */
export function useSummary(api: ResponsesApi): ShownSummary {
  const [shown, setShown] = useState<Shown>({ state: 'loading' });
  async function load() {
    setShown(orKnown({ state: 'loading' }));
    const summed = await api.summary();
    setShown(
      summed.ok
        ? { state: 'loaded', value: summed.value }
        : orKnown({ state: 'failed', failure: summed.problem }),
    );
  }
  const first = useRef(load);
  useEffect(() => void first.current(), []);
  return { ...shown, load: () => void load() };
}

const orKnown =
  (next: Shown) =>
  (before: Shown): Shown =>
    before.value ? before : next;
