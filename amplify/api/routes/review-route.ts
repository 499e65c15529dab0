import { addReview } from '#core/review/add-review.ts';
import { readReview } from '#core/review/read-review.ts';
import { addToResponse } from './add-to-response.ts';

export const reviewResponse = addToResponse({
  // A note of the longest kind, each character of which may be written as several.
  longestBody: 32 * 1024,
  read: readReview,
  add: addReview,
});
