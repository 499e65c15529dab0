import type { StoredEntry } from '#core/entries/store/entry-store.ts';

/** The entries that one query found, and where the next query continues, if there is more. */
export type PartialPage<Position> = {
  readonly entries: readonly StoredEntry[];
  readonly next?: Position | undefined;
};

type PageRequest<Position> = {
  readonly limit: number;
  readonly start: Position | undefined;
  /** @param count how many items to read @param wanted how many entries the page still needs */
  readonly runQuery: (
    after: Position | undefined,
    count: number,
    wanted: number,
  ) => Promise<PartialPage<Position>>;
  readonly positionOf: (entry: StoredEntry) => Position;
};

/** If the first query did not fill the page, the filter drops most items, so later queries read more. */
const laterQueryLimit = 500;
/** Ends the request in time: after about five thousand items the caller has to send the next one. */
const maxQueries = 10;

/**
 * Collects one page of a list from as many queries as it takes: a filter may drop everything that one query
 * read, although later items match. It looks for one entry more than the page, to know whether another follows.
 */
export async function collectPage<Position>({
  limit,
  start,
  runQuery,
  positionOf,
}: PageRequest<Position>): Promise<PartialPage<Position>> {
  const entries: StoredEntry[] = [];
  let next = start;
  for (let query = 0; query < maxQueries; query += 1) {
    const wanted = limit + 1 - entries.length;
    const found = await runQuery(next, query === 0 ? wanted : laterQueryLimit, wanted);
    entries.push(...found.entries);
    const last = entries.at(limit - 1);
    if (entries.length > limit && last)
      return { entries: entries.slice(0, limit), next: positionOf(last) };
    next = found.next;
    if (next === undefined) return { entries };
  }
  return { entries, next };
}
