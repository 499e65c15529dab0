import { expect, test, vi } from 'vitest';
import { unresponsive } from '../device/timeout.ts';
import { createFakeCognito, createMemory, mickey } from '../fake-world.tsx';
import type { Identity } from './identity.ts';
import { createSession, sessionRecord } from './session.ts';

function createWorld() {
  const [storage, cognito] = [createMemory(), createFakeCognito()];
  let loads = 0;
  const load = async (): Promise<Identity> => {
    loads += 1;
    return cognito.identity;
  };
  return { cognito, storage, open: () => createSession({ storage, load }), loads: () => loads };
}

test('who is signed in is known at once, before Amplify is loaded', async () => {
  const world = createWorld();
  world.cognito.enter(mickey);
  await world.open().check();
  const loads = world.loads();
  expect(world.open().person()).toEqual(mickey);
  expect(world.loads()).toBe(loads);
});

test('a session that ended at the other end signs nobody out: they have to sign in again, and are told', async () => {
  const { cognito, open } = createWorld();
  cognito.enter(mickey);
  const session = open();
  await session.check();
  cognito.expire();
  let told = 0;
  session.subscribe(() => void (told += 1));
  expect(await session.token()).toEqual({ ok: false, problem: 'signed-out' });
  expect(session.person()).toEqual({ ...mickey, lapsed: true });
  expect(told).toBe(1);
  expect(open().person()).toEqual({ ...mickey, lapsed: true });
  cognito.enter(mickey);
  await session.check();
  expect(session.person()).toEqual(mickey);
});

test('tokens that the server takes no more are dropped, and the person stays who they are', async () => {
  const { cognito, open } = createWorld();
  cognito.enter(mickey);
  const session = open();
  await session.check();
  await session.lapse();
  expect(session.person()).toEqual({ ...mickey, lapsed: true });
  expect(await session.token()).toEqual({ ok: false, problem: 'signed-out' });
});

test('who signs out in one tab is signed out in the other, and not merely lapsed', async () => {
  const { cognito, open } = createWorld();
  cognito.enter(mickey);
  const [one, two] = [open(), open()];
  await one.check();
  await two.check();
  await one.signOut();
  await two.token();
  expect(two.person()).toBeUndefined();
});

test('what another tab has recorded is shown when it says so', async () => {
  const { storage, open } = createWorld();
  const session = open();
  storage.write(sessionRecord, JSON.stringify(mickey));
  session.reread();
  expect(session.person()).toEqual(mickey);
});

test('without a network the record is kept: nobody is signed out by a tunnel', async () => {
  const { cognito, open } = createWorld();
  cognito.enter(mickey);
  const session = open();
  await session.check();
  cognito.cutOff();
  expect(await session.token()).toEqual({ ok: false, problem: 'unreachable' });
  expect(session.person()).toEqual(mickey);
});

test('when Amplify could not be loaded, it is tried again the next time', async () => {
  const { cognito, storage } = createWorld();
  cognito.enter(mickey);
  let isOffline = true;
  const session = createSession({
    storage,
    load: async () => {
      if (isOffline) throw new Error('Failed to fetch dynamically imported module');
      return cognito.identity;
    },
  });
  expect(await session.token()).toEqual({ ok: false, problem: 'unreachable' });
  isOffline = false;
  expect((await session.token()).ok).toBe(true);
});

test('what happens in Amplify by itself reaches the record', async () => {
  const { cognito, open } = createWorld();
  cognito.enter(mickey);
  const session = open();
  await session.check();
  cognito.tell(false);
  await expect.poll(() => session.person()?.lapsed).toBe(true);
  cognito.tell(true);
  await expect.poll(() => session.person()).toEqual(mickey);
});

test('signing out forgets the person', async () => {
  const { cognito, open } = createWorld();
  cognito.enter(mickey);
  const session = open();
  await session.check();
  await session.signOut();
  expect(session.person()).toBeUndefined();
  expect(open().person()).toBeUndefined();
});

test('a sign-out that failed is not called one: the tokens are still on the device', async () => {
  const { cognito, open } = createWorld();
  cognito.enter(mickey);
  const session = open();
  await session.check();
  cognito.identity.signOut = () => Promise.reject(new Error('not loaded'));
  await session.signOut();
  expect(session.person()).toEqual(mickey);
});

test('a record that is not one is nobody', () => {
  for (const text of ['', '{', '{"username":1,"email":""}', 'null', '"x"']) {
    const { storage, open } = createWorld();
    storage.write('formstead:person', text);
    expect(open().person()).toBeUndefined();
  }
});

test('who keeps the tokens from being read is said, and the person stays who they are', async () => {
  const storage = createMemory();
  const cognito = createFakeCognito();
  let error: Error | undefined;
  const signedIn: Identity['signedIn'] = (asked) =>
    error ? Promise.reject(error) : cognito.identity.signedIn(asked);
  const session = createSession({
    storage,
    load: async () => ({ ...cognito.identity, signedIn }),
  });
  cognito.enter(mickey);
  await session.check();
  error = unresponsive('another-tab');
  expect(await session.token()).toEqual({ ok: false, problem: 'another-tab' });
  error = unresponsive('storage');
  expect(await session.token()).toEqual({ ok: false, problem: 'storage' });
  error = unresponsive('network');
  expect(await session.token()).toEqual({ ok: false, problem: 'unreachable' });
  expect(session.person()).toEqual(mickey);
});

test('a part of the app that never arrives is a network that is missing', async () => {
  vi.useFakeTimers();
  const session = createSession({ storage: createMemory(), load: () => new Promise(() => {}) });
  const token = session.token();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await token).toEqual({ ok: false, problem: 'unreachable' });
  vi.useRealTimers();
});
