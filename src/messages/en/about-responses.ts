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
    assign: 'Response to assign',
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
    assign: {
      gone: 'Nobody can work on it unless it is restored.',
      not_found: 'It was erased, or is on hold.',
      forbidden: 'Your account may not assign responses of this form any more.',
      invalid_parameter:
        'Whoever it was to be assigned to is not an owner or a reviewer of this form any more, or may not see this response.',
    },
  } satisfies { readonly [Kind in KindAboutResponse]: Reasons },
  reviewStates: {
    approved: 'Approved',
    rejected: 'Rejected',
    'sent-back': 'Sent back to its author',
    received: 'Review taken back',
  } satisfies { readonly [State in ReviewState]: string },
  /** @param to an address; null for nobody */
  assignTo: (to: string | null) => (to === null ? 'To nobody' : `To ${to}`),
  openResponse: 'Open the response',
};
