import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createDatabase, type Database } from '../../device/device-database.ts';
import { unresponsive } from '../../device/timeout.ts';
import { createTokenStorage } from './token-storage.ts';

function createFixture() {
  const disk = createDatabase(`tokens-${crypto.randomUUID()}`);
  const fixture = { isSilent: false, calls: 0 };
  const database: Database = (use) => {
    fixture.calls += 1;
    return fixture.isSilent ? Promise.reject(unresponsive('storage')) : disk(use);
  };
  const storage = createTokenStorage(database);
  /** Reads as Amplify does: if anything fails, nobody is signed in. */
  const load = async () => {
    try {
      return await storage.getItem('idToken');
    } catch {
      return (await storage.getItem('another').catch(() => null)) ?? null;
    }
  };
  return { fixture, storage, load };
}

test('a disk that does not answer does not mean that nobody is signed in', async () => {
  const { fixture, storage, load } = createFixture();
  await storage.setItem('idToken', 'token');
  fixture.isSilent = true;
  fixture.calls = 0;
  await expect(storage.read(load)).rejects.toThrow('storage');
  expect(fixture.calls).toBe(1);
  fixture.isSilent = false;
  expect(await storage.read(load)).toBe('token');
});

test('it is no failure if nobody is signed in', async () => {
  const { storage, load } = createFixture();
  expect(await storage.read(load)).toBeNull();
});

test('in a browser that stores nothing, tokens live as long as the page', async () => {
  const denied = new DOMException('Access is denied.', 'SecurityError');
  const storage = createTokenStorage(() => Promise.reject(denied));
  expect(await storage.read(() => storage.getItem('idToken'))).toBeNull();
  await storage.setItem('idToken', 'a');
  expect(await storage.getItem('idToken')).toBe('a');
  await storage.removeItem('idToken');
  expect(await storage.getItem('idToken')).toBeNull();
  await storage.setItem('idToken', 'b');
  await storage.clear();
  expect(await storage.getItem('idToken')).toBeNull();
});
