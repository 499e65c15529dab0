import { afterEach, expect, test, vi } from 'vitest';
import { limitCognitoRequests } from './cognito-fetch-timeout.ts';

afterEach(() => void vi.useRealTimers());

/** A server that never answers, and notices when a request is aborted. */
function createScope() {
  const scope = {
    fetch: (_url: unknown, init?: RequestInit) =>
      new Promise<Response>((_, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
      ),
  };
  limitCognitoRequests(scope);
  return scope;
}

async function outcomeOf(response: Promise<unknown>, seconds: number): Promise<unknown> {
  let outcome: unknown = 'waits';
  response.catch((error: unknown) => (outcome = (error as Error).name));
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  return outcome;
}

test('a renewal without an answer times out, in a way that Amplify does not retry', async () => {
  vi.useFakeTimers();
  const { fetch } = createScope();
  const response = fetch('https://cognito.example', {
    method: 'POST',
    headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.GetTokensFromRefreshToken' },
  });
  expect(await outcomeOf(response, 14)).toBe('waits');
  expect(await outcomeOf(response, 1)).toBe('AbortError');
});

test('other requests have no timeout', async () => {
  vi.useFakeTimers();
  expect(await outcomeOf(createScope().fetch('https://files.example'), 60)).toBe('waits');
});

test('the answer to a renewal is read before Amplify gets it, which still can read it', async () => {
  const seen: string[] = [];
  const scope = { fetch: async () => new Response('{"is":"ours"}', { status: 400 }) };
  limitCognitoRequests(scope, async (answer) => void seen.push(await answer.text()));
  const send = (operation: string) =>
    (scope.fetch as typeof fetch)('https://cognito.example', {
      headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
    });
  expect(await (await send('GetTokensFromRefreshToken')).text()).toBe('{"is":"ours"}');
  expect(await (await send('InitiateAuth')).text()).toBe('{"is":"ours"}');
  expect(seen).toEqual(['{"is":"ours"}']);
});
