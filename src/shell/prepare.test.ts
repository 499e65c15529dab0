import { expect, test } from 'vitest';
import { createFakeCognito, createMemory, mickey } from '../fake-world.tsx';
import { createSession } from '../cloud/session.ts';
import { prepareLater } from './prepare.ts';

function createWorld() {
  const cognito = createFakeCognito();
  let loads = 0;
  const load = async () => {
    loads += 1;
    return cognito.identity;
  };
  return { cognito, session: createSession({ storage: createMemory(), load }), loads: () => loads };
}

test('who was signed in when the browser was killed is known again by their tokens', async () => {
  const { cognito, session } = createWorld();
  cognito.enter(mickey);
  prepareLater({ session, hasTokens: async () => true });
  await expect.poll(() => session.person()).toEqual(mickey);
});

test('for a visitor without tokens Amplify is not even loaded', async () => {
  const { session, loads } = createWorld();
  let asked = 0;
  const hasTokens = async () => {
    asked += 1;
    return false;
  };
  prepareLater({ session, hasTokens });
  await expect.poll(() => asked).toBe(1);
  expect(session.person()).toBeUndefined();
  expect(loads()).toBe(0);
});
