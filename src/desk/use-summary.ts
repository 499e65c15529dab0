import { useEffect, useRef, useState } from 'react';
import type { Summary } from '#core/entries/summary.ts';
import type { Failure } from '../cloud/failure.ts';
import type { DeskApi } from './desk-api.ts';

type Shown =
  | { readonly state: 'loading'; readonly value?: never; readonly failure?: never }
  | { readonly state: 'failed'; readonly value?: never; readonly failure: Failure }
  | { readonly state: 'loaded'; readonly value: Summary; readonly failure?: never };

export type ShownSummary = Shown & { readonly load: () => void };

/** What the responses come to. */
export function useSummary(api: DeskApi): ShownSummary {
  const [shown, setShown] = useState<Shown>({ state: 'loading' });
  async function load() {
    setShown({ state: 'loading' });
    const summed = await api.summary();
    setShown(
      summed.ok
        ? { state: 'loaded', value: summed.value }
        : { state: 'failed', failure: summed.problem },
    );
  }
  const first = useRef(load);
  useEffect(() => void first.current(), []);
  return { ...shown, load: () => void load() };
}
