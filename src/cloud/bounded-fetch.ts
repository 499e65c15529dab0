/** Milliseconds, after which no answer counts as none. */
const patience = 15_000;

/**
 * Amplify asks Cognito without a bound; and as long as one renewal lasts, it takes every other one for the
 * same. A server that does not answer would end renewals for good, or until the page is loaded again.
 */
export function boundCognito(scope: { fetch: typeof fetch }): void {
  const { fetch } = scope;
  scope.fetch = (input, init) => {
    const isCognito = new Headers(init?.headers).has('x-amz-target');
    // oxlint-disable-next-line waits/bounded -- whoever calls it says
    return isCognito ? withEnd(fetch, input, init) : fetch(input, init);
  };
}

/** Not `AbortSignal.timeout`: what ends with a TimeoutError, Amplify tries twice more. */
function withEnd(
  fetch: typeof globalThis.fetch,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<Response> {
  const end = new AbortController();
  setTimeout(() => end.abort(), patience);
  return fetch(input, { ...init, signal: end.signal });
}
