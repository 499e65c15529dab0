/** Milliseconds, after which no answer counts as none. */
const patience = 15_000;

/**
 * Amplify asks Cognito without a bound; and as long as one renewal lasts, it takes every other one for the
 * same. A server that does not answer would end renewals for good, or until the page is loaded again.
 * @param onRenewal sees the answer to each renewal before Amplify does
 */
export function boundCognito(
  scope: { fetch: typeof fetch },
  onRenewal: (answer: Response) => Promise<void> = async () => undefined,
): void {
  const { fetch } = scope;
  scope.fetch = (input, init) => {
    const target = new Headers(init?.headers).get('x-amz-target');
    // oxlint-disable-next-line waits/bounded -- whoever calls it says
    if (target === null) return fetch(input, init);
    const asked = withEnd(fetch, input, init);
    if (!target.endsWith('.GetTokensFromRefreshToken')) return asked;
    return asked.then(async (answer) => {
      await onRenewal(answer.clone()).catch(() => undefined);
      return answer;
    });
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
