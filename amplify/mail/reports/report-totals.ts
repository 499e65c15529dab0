import type { StoredCounts } from '#core/entries/store/entry-store.ts';
import type { CountedStatus } from '#core/summary/counts.ts';
import { getOwn } from '#core/values/own-property.ts';
import { reviewsIn } from '#core/summary/summary-of-counts.ts';
import type { Totals } from './report-state.ts';

/** What a digest compares: how many entries there have ever been, apart from those on hold, and how many are gone. */
export function totalsOfCounts({ counts, recountedAt }: StoredCounts): Totals {
  const countOf = (status: CountedStatus) => getOwn(counts.statuses, status) ?? 0;
  const withdrawn = countOf('withdrawn') + countOf('erased');
  const { reviews } = reviewsIn(counts);
  return {
    received: countOf('live') + withdrawn,
    withdrawn,
    ...(reviews && { waiting: reviews.received + reviews.edited }),
    isComplete: recountedAt !== undefined,
  };
}

/** What is compared of the entries about which there was no mail. */
export function totalsOfWithheld(withheld: number): Totals {
  return { received: withheld, withdrawn: 0, isComplete: true };
}
