import type { StoredEntry } from '#core/entries/store.ts';

/** What one query found, and where the next one goes on, if there is anything to go on to. */
export type Found<Place> = {
  readonly entries: readonly StoredEntry[];
  readonly next?: Place | undefined;
};

type Asked<Place> = {
  readonly limit: number;
  readonly start: Place | undefined;
  /** @param count how many items to look at @param wanted how many entries are still of use */
  readonly ask: (after: Place | undefined, count: number, wanted: number) => Promise<Found<Place>>;
  readonly placeOf: (entry: StoredEntry) => Place;
};

/** Once one query did not fill the page, most of what it looked at is not what is asked for. */
const further = 500;
/** So that a request ends in time: past some five thousand items whoever asks has to ask again. */
const queries = 10;

/**
 * A page of a list: what a filter leaves of one query may be nothing, though what is asked for comes later.
 * One more than a page shows whether there is another.
 */
export async function pageFrom<Place>({
  limit,
  start,
  ask,
  placeOf,
}: Asked<Place>): Promise<Found<Place>> {
  const entries: StoredEntry[] = [];
  let next = start;
  for (let query = 0; query < queries; query += 1) {
    const wanted = limit + 1 - entries.length;
    const found = await ask(next, query === 0 ? wanted : further, wanted);
    entries.push(...found.entries);
    const last = entries.at(limit - 1);
    if (entries.length > limit && last)
      return { entries: entries.slice(0, limit), next: placeOf(last) };
    next = found.next;
    if (next === undefined) return { entries };
  }
  return { entries, next };
}
