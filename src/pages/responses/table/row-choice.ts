import { useCallback, useMemo, useState } from 'react';
import { keyOf, type Response } from '../data/response.ts';
import type { ResponseRow } from '../data/response-row.ts';

/** Which rows are chosen, to do something with all of them. */
export type RowChoice = {
  readonly has: (response: Response) => boolean;
  readonly toggle: (responses: readonly Response[], isChosen: boolean) => void;
};

/** @param shown the rows that match the search and the filters: others are not chosen any more */
export function useRowChoice(shown: readonly ResponseRow[]) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((responses: readonly Response[], isChosen: boolean) => {
    setKeys((before) => {
      const changed = new Set(responses.map(keyOf));
      const others = [...before].filter((it) => !changed.has(it));
      return new Set(isChosen ? [...others, ...changed] : others);
    });
  }, []);
  const has = useCallback((response: Response) => keys.has(keyOf(response)), [keys]);
  const chosen = useMemo(
    () => (keys.size > 0 ? shown.map(({ stored }) => stored).filter(has) : []),
    [keys, shown, has],
  );
  const choice = useMemo((): RowChoice => ({ has, toggle }), [has, toggle]);
  const chooseNone = useCallback(() => setKeys(new Set()), []);
  return { choice, chosen, chooseNone };
}
