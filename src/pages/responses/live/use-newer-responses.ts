import { useEffect, useState } from 'react';
import type { ResponseRow } from '../data/response-row.ts';
import type { ResponsesApi } from '../data/responses-api.ts';
import type { InstantRange } from '../time-zone/days-in-zone.ts';
import { firstPause, nextPause } from './check-pauses.ts';
import { newerThan, type Newer } from './newer-than.ts';

type Options = {
  readonly api: ResponsesApi;
  readonly range: InstantRange;
  readonly rows: readonly ResponseRow[];
  /** Not while they are being loaded, or could not be. */
  readonly isWanted: boolean;
};

const none: Newer = { responses: [], hasMore: false };

/**
 * What came in since the responses were loaded. It asks while somebody can see the page and there may be a network, at
 * growing intervals, and when they come back to it after a longer one.
 */
export function useNewerResponses({ api, range, rows, isWanted }: Options): Newer {
  const { from, to } = range;
  const [found, setFound] = useState<{ readonly of: readonly ResponseRow[]; readonly it: Newer }>();

  useEffect(() => {
    if (!isWanted) return undefined;
    let isOver = false;
    let pause = firstPause;
    let lookedAt = Date.now();
    let count = 0;
    let timer: ReturnType<typeof setTimeout>;
    const isIdle = () => document.visibilityState === 'hidden' || !navigator.onLine;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void next(), Math.max(0, lookedAt + pause - Date.now()));
    };
    const next = async () => {
      // Nothing comes in on days that are over.
      if (isIdle() || (to !== undefined && new Date().toISOString() > `${to}~`)) return;
      const newer = await newerThan(api, { ...(from && { from }), ...(to && { to }) }, rows);
      if (isOver) return;
      lookedAt = Date.now();
      const isMore = newer.ok && newer.value.responses.length !== count;
      pause = nextPause(pause, isMore);
      if (newer.ok && isMore) {
        count = newer.value.responses.length;
        setFound({ of: rows, it: newer.value });
      }
      wait();
    };
    const resume = () => {
      if (isIdle()) clearTimeout(timer);
      else wait();
    };
    wait();
    document.addEventListener('visibilitychange', resume);
    window.addEventListener('online', resume);
    window.addEventListener('offline', resume);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', resume);
      window.removeEventListener('online', resume);
      window.removeEventListener('offline', resume);
    };
  }, [api, from, to, rows, isWanted]);

  return found?.of === rows ? found.it : none;
}
