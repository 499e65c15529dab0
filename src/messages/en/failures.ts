import type { FailureReason } from '../../cloud/api/failure-reason.ts';

/** Why a request failed, and what to do about it. */
export const failures = {
  why: {
    network: 'The server did not respond. Check your connection, then try again.',
    busy: 'The server is busy. Try again in a minute.',
    failed: 'Something went wrong on the server, not with your connection. Try again later.',
    'signed-out': 'Your session has ended. Sign in again.',
    forbidden: 'You do not have access to this.',
    gone: 'This no longer exists.',
    refused: 'The server did not accept this request. Reload the page, then try again.',
  } satisfies { readonly [Each in FailureReason]: string },
};
