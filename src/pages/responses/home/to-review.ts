import type { Summary } from '#core/summary/summary-of-counts.ts';
import { statesToReview } from '../data/response.ts';

/** How many responses nobody has reviewed as they are now. None of a form whose responses are not reviewed at all. */
export function countToReview({ reviews }: Pick<Summary, 'reviews'>): number {
  return reviews ? statesToReview.reduce((sum, it) => sum + reviews[it], 0) : 0;
}
