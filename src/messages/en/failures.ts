import type { FailureReason } from '../../cloud/api/failure-reason.ts';

/** Why a request failed, and what to do about it. */
export const failures = {
  why: {
    network: 'There was no answer. Check your connection, then try again.',
    busy: 'The server is busy. Try again in a minute.',
    failed: 'The server had a problem. This is not your connection: try again later.',
    'signed-out': 'Your session has ended. Sign in again.',
    forbidden: 'You do not have access to this.',
    gone: 'It is not there any more.',
    refused: 'The server did not accept this request. Load the page again, then try again.',
  } satisfies { readonly [Each in FailureReason]: string },
};
