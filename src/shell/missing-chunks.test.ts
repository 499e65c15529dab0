import { expect, test } from 'vitest';
import { createMemory } from '../fake-world.tsx';
import { recoverFromMissingChunks } from './missing-chunks.ts';

function createWorld() {
  const page = new EventTarget();
  const done: string[] = [];
  const world = { time: 1e12, isTypedHere: false };
  recoverFromMissingChunks(page, {
    tab: createMemory(),
    now: () => world.time,
    isTypedHere: () => world.isTypedHere,
    flush: async () => void done.push('kept what was typed'),
    update: async () => void done.push('took the new version'),
    reload: () => void done.push('loaded again'),
  });
  const fail = () => page.dispatchEvent(new Event('vite:preloadError', { cancelable: true }));
  return { world, done, fail };
}

const recovery = ['kept what was typed', 'took the new version', 'loaded again'];

test('a part that a deployment took away is answered with the new version, what was typed kept', async () => {
  const { done, fail } = createWorld();
  const isLeftToThePage = fail();
  expect(isLeftToThePage).toBe(false);
  await expect.poll(() => done).toEqual(recovery);
});

test('a second failure right after is no deployment, and the page says so', async () => {
  const { world, done, fail } = createWorld();
  fail();
  await expect.poll(() => done).toEqual(recovery);
  world.time += 5000;
  expect(fail()).toBe(true);
  world.time += 60_000;
  expect(fail()).toBe(false);
  await expect.poll(() => done).toEqual([...recovery, ...recovery]);
});

test('where something is typed that is kept nowhere, the page is not loaded again', async () => {
  const { world, done, fail } = createWorld();
  world.isTypedHere = true;
  expect(fail()).toBe(true);
  world.isTypedHere = false;
  fail();
  world.isTypedHere = true;
  await expect.poll(() => done).toEqual(recovery.slice(0, 2));
  await Promise.resolve();
  expect(done).toEqual(recovery.slice(0, 2));
});
