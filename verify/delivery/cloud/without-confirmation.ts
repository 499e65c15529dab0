import type { Forward } from '../../../e2e/testing/network/forward-request.ts';

/** Turns the confirmation of files off: devices are told that a file has arrived, and nobody looks at it. */
export function withoutConfirmation(forward: Forward): Forward {
  return async (request) =>
    request.path.endsWith('/arrival')
      ? {
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: '{"arrived":true}',
        }
      : forward(request);
}
