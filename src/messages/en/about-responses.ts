import type { ReviewState } from '#core/review/review.ts';
import type { KindAboutResponse } from '../../outbox/changes/queued-change.ts';

type Reasons = { readonly [code: string]: string };

/** In the outbox, what owners and reviewers have done with responses. */
export const aboutResponsesMessages = {
  kinds: {
    review: 'Review of a response',
    correct: 'Correction of a response',
    comment: 'Comment on a response',
    takeBackComment: 'Comment to take back',
  } satisfies { readonly [Kind in KindAboutResponse]: string },
  /** Explanations of the API's problems, by code. */
  reasons: {
    review: {
      gone: 'Nobody can review it unless it is restored.',
      not_found: 'It was erased, or is on hold.',
      forbidden: 'Your account may not review responses of this form any more.',
    },
    correct: {
      gone: 'Nobody can correct it unless its author restores it.',
      not_found: 'It was erased, or is on hold.',
      forbidden: 'Your account may not correct responses of this form any more.',
    },
    comment: {
      gone: 'Nobody can comment on it unless it is restored.',
      not_found: 'It was erased, or is on hold.',
      full: 'This response has as many comments as it can have. Take one back to make room.',
      forbidden: 'Your account may not comment on responses of this form any more.',
    },
    takeBackComment: {
      not_found: 'The response was erased, with all comments.',
      forbidden: 'Your account may not take back this comment.',
    },
  } satisfies { readonly [Kind in KindAboutResponse]: Reasons },
  reviewStates: {
    approved: 'Approved',
    rejected: 'Rejected',
    'sent-back': 'Sent back to its author',
    received: 'Review taken back',
  } satisfies { readonly [State in ReviewState]: string },
  openResponse: 'Open the response',
};
