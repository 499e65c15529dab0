import { expect, test, vi } from 'vitest';
import { unresponsive } from '../../device/timeout.ts';
import { createFakeCognito, mickey } from '../../testing/fake-cognito.ts';
import { createMemory } from '../../testing/memory-storage.ts';
import type { Identity } from './identity.ts';
import { createSession, sessionRecord } from './session.ts';

function createFixture() {
  const [storage, cognito] = [createMemory(), createFakeCognito()];
  let loads = 0;
  const load = async (): Promise<Identity> => {
    loads += 1;
    return cognito.identity;
  };
  return { cognito, storage, open: () => createSession({ storage, load }), loads: () => loads };
}

test('who is signed in is known at once, before Amplify is loaded', async () => {
  const fixture = createFixture();
  fixture.cognito.enter(mickey);
  await fixture.open().check();
  const loads = fixture.loads();
  expect(fixture.open().person()).toEqual(mickey);
  expect(fixture.loads()).toBe(loads);
});

test('a device on which somebody has signed in stays known, but not by whom', async () => {
  const { cognito, storage, open } = createFixture();
  expect(open().isKnownDevice()).toBe(false);
  cognito.enter(mickey);
  await open().check();
  await open().signOut();
  expect(open().isKnownDevice()).toBe(true);
  expect(storage.all()).not.toMatch(/mickey/i);
});

test('an expired session signs nobody out: they see that they have to sign in again', async () => {
  const { cognito, open } = createFixture();
  cognito.enter(mickey);
  const session = open();
  await session.check();
  cognito.expire();
  let notifications = 0;
  session.subscribe(() => void (notifications += 1));
  expect(await session.token()).toEqual({ ok: false, problem: 'signed-out' });
  expect(session.person()).toEqual({ ...mickey, sessionExpired: true });
  expect(notifications).toBe(1);
  expect(open().person()).toEqual({ ...mickey, sessionExpired: true });
  cognito.enter(mickey);
  await session.check();
  expect(session.person()).toEqual(mickey);
});

test('tokens that the server refuses are deleted, but the person is remembered', async () => {
  const { cognito, open } = createFixture();
  cognito.enter(mickey);
  const session = open();
  await session.check();
  await session.expire();
  expect(session.person()).toEqual({ ...mickey, sessionExpired: true });
  expect(await session.token()).toEqual({ ok: false, problem: 'signed-out' });
});

test('signing out in one tab signs out in the other, not merely expired', async () => {
  const { cognito, open } = createFixture();
  cognito.enter(mickey);
  const [one, two] = [open(), open()];
  await one.check();
  await two.check();
  await one.signOut();
  await two.token();
  expect(two.person()).toBeUndefined();
});

test('a record that another tab has written is shown once it says so', async () => {
  const { storage, open } = createFixture();
  const session = open();
  storage.write(sessionRecord, JSON.stringify(mickey));
  session.reread();
  expect(session.person()).toEqual(mickey);
});

test('without a network the record is kept: nobody is signed out', async () => {
  const { cognito, open } = createFixture();
  cognito.enter(mickey);
  const session = open();
  await session.check();
  cognito.cutOff();
  expect(await session.token()).toEqual({ ok: false, problem: 'unreachable' });
  expect(session.person()).toEqual(mickey);
});

test('if Amplify could not be loaded, that is tried again the next time', async () => {
  const { cognito, storage } = createFixture();
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

test('what Amplify does by itself is recorded', async () => {
  const { cognito, open } = createFixture();
  cognito.enter(mickey);
  const session = open();
  await session.check();
  cognito.notify(false);
  await expect.poll(() => session.person()?.sessionExpired).toBe(true);
  cognito.notify(true);
  await expect.poll(() => session.person()).toEqual(mickey);
});

test('signing out forgets the person', async () => {
  const { cognito, open } = createFixture();
  cognito.enter(mickey);
  const session = open();
  await session.check();
  await session.signOut();
  expect(session.person()).toBeUndefined();
  expect(open().person()).toBeUndefined();
});

test('after a failed sign-out the person is still signed in', async () => {
  const { cognito, open } = createFixture();
  cognito.enter(mickey);
  const session = open();
  await session.check();
  cognito.identity.signOut = () => Promise.reject(new Error('not loaded'));
  await session.signOut();
  expect(session.person()).toEqual(mickey);
});

test('the record keeps the property names of the first version: `lapsed`', async () => {
  const record =
    '{"username":"mickey-1","email":"mickey@example.com","isOwner":true,"lapsed":true}';
  const { cognito, storage, open } = createFixture();
  storage.write('formstead:person', record);
  const owner = { ...mickey, isOwner: true } as const;
  expect(open().person()).toEqual({ ...owner, sessionExpired: true });
  cognito.enter(owner);
  const session = open();
  await session.check();
  expect(storage.read('formstead:person')).toBe(
    '{"username":"mickey-1","email":"mickey@example.com","isOwner":true}',
  );
  await session.expire();
  expect(storage.read('formstead:person')).toBe(record);
});

test('an invalid record means that nobody is signed in', () => {
  for (const text of ['', '{', '{"username":1,"email":""}', 'null', '"x"']) {
    const { storage, open } = createFixture();
    storage.write('formstead:person', text);
    expect(open().person()).toBeUndefined();
  }
});

test('it is reported what keeps the tokens from being read, and the person is remembered', async () => {
  const storage = createMemory();
  const cognito = createFakeCognito();
  let error: Error | undefined;
  const signedIn: Identity['signedIn'] = (token) =>
    error ? Promise.reject(error) : cognito.identity.signedIn(token);
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

test('a part of the app that never loads counts as a missing network', async () => {
  vi.useFakeTimers();
  const session = createSession({ storage: createMemory(), load: () => new Promise(() => {}) });
  const token = session.token();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await token).toEqual({ ok: false, problem: 'unreachable' });
  vi.useRealTimers();
});
