import { afterEach, expect, test, vi } from 'vitest';
import { boundCognito } from './bounded-fetch.ts';

afterEach(() => void vi.useRealTimers());

/** A server that never answers, and hears when it is given up. */
function createScope() {
  const scope = {
    fetch: (_url: unknown, init?: RequestInit) =>
      new Promise<Response>((_, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
      ),
  };
  boundCognito(scope);
  return scope;
}

async function outcomeOf(asked: Promise<unknown>, seconds: number): Promise<unknown> {
  let outcome: unknown = 'waits';
  asked.catch((error: unknown) => (outcome = (error as Error).name));
  await vi.advanceTimersByTimeAsync(seconds * 1000);
  return outcome;
}

test('a renewal that nobody answers ends, in a way that Amplify does not try again', async () => {
  vi.useFakeTimers();
  const { fetch } = createScope();
  const asked = fetch('https://cognito.example', {
    method: 'POST',
    headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.GetTokensFromRefreshToken' },
  });
  expect(await outcomeOf(asked, 14)).toBe('waits');
  expect(await outcomeOf(asked, 1)).toBe('AbortError');
});

test('other requests take the time they are given', async () => {
  vi.useFakeTimers();
  expect(await outcomeOf(createScope().fetch('https://files.example'), 60)).toBe('waits');
});

test('the answer to a renewal is seen before Amplify has it, and still whole', async () => {
  const seen: string[] = [];
  const scope = { fetch: async () => new Response('{"is":"ours"}', { status: 400 }) };
  boundCognito(scope, async (answer) => void seen.push(await answer.text()));
  const ask = (operation: string) =>
    (scope.fetch as typeof fetch)('https://cognito.example', {
      headers: { 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` },
    });
  expect(await (await ask('GetTokensFromRefreshToken')).text()).toBe('{"is":"ours"}');
  expect(await (await ask('InitiateAuth')).text()).toBe('{"is":"ours"}');
  expect(seen).toEqual(['{"is":"ours"}']);
});
