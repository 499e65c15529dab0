import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createDatabase, type Database } from '../device/database.ts';
import { unresponsive } from '../device/timeout.ts';
import { createTokenStorage } from './token-storage.ts';

function createWorld() {
  const disk = createDatabase(`tokens-${crypto.randomUUID()}`);
  const world = { isSilent: false, asked: 0 };
  const database: Database = (use) => {
    world.asked += 1;
    return world.isSilent ? Promise.reject(unresponsive('storage')) : disk(use);
  };
  const storage = createTokenStorage(database);
  /** As Amplify reads: whatever goes wrong, nobody is signed in. */
  const load = async () => {
    try {
      return await storage.getItem('idToken');
    } catch {
      return (await storage.getItem('another').catch(() => null)) ?? null;
    }
  };
  return { world, storage, load };
}

test('a disk that does not answer is not taken for nobody being signed in', async () => {
  const { world, storage, load } = createWorld();
  await storage.setItem('idToken', 'token');
  world.isSilent = true;
  world.asked = 0;
  await expect(storage.read(load)).rejects.toThrow('storage');
  expect(world.asked).toBe(1);
  world.isSilent = false;
  expect(await storage.read(load)).toBe('token');
});

test('nobody being signed in is no failure', async () => {
  const { storage, load } = createWorld();
  expect(await storage.read(load)).toBeNull();
});

test('in a browser that keeps nothing, tokens live as long as the page', async () => {
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
