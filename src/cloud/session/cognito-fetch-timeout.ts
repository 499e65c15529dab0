/** Milliseconds. */
const timeout = 15_000;

/**
 * Amplify calls Cognito without a timeout, and while one renewal runs, every other one waits for it. If Cognito
 * never answered, no token could be renewed until the page is loaded again.
 * @param onRenewal gets the answer to each renewal before Amplify does
 */
export function limitCognitoRequests(
  scope: { fetch: typeof fetch },
  onRenewal: (answer: Response) => Promise<void> = async () => undefined,
): void {
  const { fetch } = scope;
  scope.fetch = (input, init) => {
    const target = new Headers(init?.headers).get('x-amz-target');
    // oxlint-disable-next-line house/bounded-waits -- the caller decides
    if (target === null) return fetch(input, init);
    const response = fetchWithTimeout(fetch, input, init);
    if (!target.endsWith('.GetTokensFromRefreshToken')) return response;
    return response.then(async (answer) => {
      await onRenewal(answer.clone()).catch(() => undefined);
      return answer;
    });
  };
}

/** Not `AbortSignal.timeout`: Amplify retries twice after a TimeoutError. */
function fetchWithTimeout(
  fetch: typeof globalThis.fetch,
  input: RequestInfo | URL,
  init: RequestInit | undefined,
): Promise<Response> {
  const end = new AbortController();
  setTimeout(() => end.abort(), timeout);
  return fetch(input, { ...init, signal: end.signal });
}
