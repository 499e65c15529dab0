import { expect, test } from 'vitest';
import { createFakeCognito, mickey } from '../testing/fake-cognito.ts';
import { createMemory } from '../testing/memory-storage.ts';
import { createSession } from '../cloud/session/session.ts';
import { checkSessionLater } from './check-session-later.ts';

function createFixture() {
  const cognito = createFakeCognito();
  let loads = 0;
  const load = async () => {
    loads += 1;
    return cognito.identity;
  };
  return { cognito, session: createSession({ storage: createMemory(), load }), loads: () => loads };
}

test('a person signed in when the browser was killed is recognised by their tokens', async () => {
  const { cognito, session } = createFixture();
  cognito.enter(mickey);
  checkSessionLater({ session, hasTokens: async () => true });
  await expect.poll(() => session.person()).toEqual(mickey);
});

test('for a visitor without tokens, Amplify is not even loaded', async () => {
  const { session, loads } = createFixture();
  let lookups = 0;
  const hasTokens = async () => {
    lookups += 1;
    return false;
  };
  checkSessionLater({ session, hasTokens });
  await expect.poll(() => lookups).toBe(1);
  expect(session.person()).toBeUndefined();
  expect(loads()).toBe(0);
});
