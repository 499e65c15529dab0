import { useEffect, useState } from 'react';
import { getOwn } from '#core/values/own-property.ts';
import { useDeps } from '../../../deps.ts';
import { countNew, readSeen, rememberSeen, seenIn, type SeenResponses } from './seen-responses.ts';
import type { FormCounts } from './use-form-counts.ts';

/** How many, and the day (UTC) that was the last one then; `''` if there were none. */
export type NewCount = { readonly count: number; readonly since: string };

/**
 * How many responses came in since this person last opened a form's responses on this device, by form. On their
 * first visit nothing is new.
 */
export function useNewCounts(
  username: string,
  { summaries, isLoading }: Pick<FormCounts, 'summaries' | 'isLoading'>,
): ReadonlyMap<string, NewCount> {
  const deps = useDeps();
  const [seen, setSeen] = useState<SeenResponses>();
  useEffect(() => {
    void readSeen(deps, username).then(setSeen);
  }, [deps, username]);

  useEffect(() => {
    if (!seen || isLoading) return;
    const first = [...summaries].filter(([form]) => !Object.hasOwn(seen, form));
    if (first.length === 0) return;
    const seenNow = first.map(([form, { days }]) => [form, seenIn(days)] as const);
    rememberSeen(deps, username, Object.fromEntries(seenNow));
  }, [deps, username, seen, summaries, isLoading]);

  return new Map(
    [...summaries].map(([form, { days }]) => {
      const before = getOwn(seen ?? {}, form);
      return [form, { count: before ? countNew(days, before) : 0, since: before?.day ?? '' }];
    }),
  );
}
