import type { Summary } from '#core/summary/summary-of-counts.ts';

/** How many responses nobody has reviewed as they are now. None of a form whose responses are not reviewed at all. */
export function countToReview({ reviews }: Pick<Summary, 'reviews'>): number {
  return reviews ? reviews.received + reviews.edited : 0;
}
