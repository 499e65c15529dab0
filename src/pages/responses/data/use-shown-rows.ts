import { useEffect, useMemo, useState } from 'react';
import { matcher, withMe, type Filter } from '../filters/response-filter.ts';
import type { Column } from './response-columns.ts';
import type { ResponseRow } from './response-row.ts';
import { createShownRows, type Found, type ShownRows } from './shown-rows.ts';
import { orderOf, type Sort } from './sort.ts';

type Options = {
  /** All that are loaded. Others may follow, but none goes. */
  readonly rows: readonly ResponseRow[];
  /** What is shown of a row: one that this device has just reviewed is another. */
  readonly asShown: (row: ResponseRow) => ResponseRow;
  readonly filter: Filter;
  readonly columns: readonly Column[];
  readonly sort: Sort;
};

/** So many are looked at while the page is drawn: a page of the API, which nobody should see late. */
const atOnce = 200;
/** Milliseconds of a step, so that a frame is never late. */
const stepLength = 12;

/**
 * The loaded rows that match, in order. Of many it takes a while: what was shown before stays until then, and the page
 * answers meanwhile.
 */
export function useShownRows({ rows, asShown, filter, columns, sort }: Options): Found & {
  readonly isSettled: boolean;
} {
  const { search, answers, ranges, me } = filter;
  const work = useMemo(
    () =>
      createShownRows({
        asShown,
        isMatch: matcher(withMe({ search, answers, ranges, range: {} }, me)),
        order: orderOf(columns, sort),
      }),
    [asShown, search, answers, ranges, me, columns, sort],
  );
  const hasMore = useMemo(() => takeSome(work, rows), [work, rows]);
  const [later, setLater] = useState<{
    readonly of: readonly ResponseRow[];
    readonly by: ShownRows;
  }>();
  const isSettled = !hasMore || (later?.by === work && later.of === rows);
  const found = isSettled ? work.found() : undefined;
  const [shown, setShown] = useState<Found>(nothing);
  if (found && found !== shown) setShown(found);
  useEffect(() => {
    if (!hasMore) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const step = () => {
      const end = performance.now() + stepLength;
      const isOver = () => performance.now() >= end;
      let isLeft = true;
      while (isLeft && !isOver()) isLeft = work.take(rows, isOver);
      if (isLeft) timer = setTimeout(step);
      else setLater({ of: rows, by: work });
    };
    timer = setTimeout(step);
    return () => clearTimeout(timer);
  }, [work, rows, hasMore]);
  return { ...(found ?? shown), isSettled };
}

const nothing: Found = { rows: [], unasked: [] };

/** @returns whether any are left */
function takeSome(work: ShownRows, rows: readonly ResponseRow[]): boolean {
  let count = 0;
  const isEnough = () => (count += 1) >= atOnce;
  return work.take(rows, isEnough);
}
