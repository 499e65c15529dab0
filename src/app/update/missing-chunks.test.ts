import { expect, test } from 'vitest';
import { createMemory } from '../../testing/memory-storage.ts';
import { recoverFromMissingChunks } from './missing-chunks.ts';

function createFixture() {
  const page = new EventTarget();
  const done: string[] = [];
  const fixture = { time: 1e12, hasUnsavedInput: false };
  recoverFromMissingChunks(page, {
    tab: createMemory(),
    now: () => fixture.time,
    hasUnsavedInput: () => fixture.hasUnsavedInput,
    flush: async () => void done.push('kept what was typed'),
    update: async () => void done.push('took the new version'),
    reload: () => void done.push('loaded again'),
  });
  const fail = () => page.dispatchEvent(new Event('vite:preloadError', { cancelable: true }));
  return { fixture, done, fail };
}

const recovery = ['kept what was typed', 'took the new version', 'loaded again'];

test('a chunk that a deployment removed triggers an update, and typed text is kept', async () => {
  const { done, fail } = createFixture();
  fail();
  await expect.poll(() => done).toEqual(recovery);
});

test('a missing chunk fails for whoever asked for it, even while the page is about to be reloaded', async () => {
  const { done, fail } = createFixture();
  const isDefaultPrevented = !fail();
  expect(isDefaultPrevented).toBe(false);
  await expect.poll(() => done).toEqual(recovery);
});

test('a second failure soon after is no deployment, and the page reports it', async () => {
  const { fixture, done, fail } = createFixture();
  fail();
  await expect.poll(() => done).toEqual(recovery);
  fixture.time += 5000;
  fail();
  fixture.time += 60_000;
  fail();
  await expect.poll(() => done).toEqual([...recovery, ...recovery]);
});

test('while the page has unsaved input, it is not reloaded', async () => {
  const { fixture, done, fail } = createFixture();
  fixture.hasUnsavedInput = true;
  fail();
  fixture.hasUnsavedInput = false;
  fail();
  fixture.hasUnsavedInput = true;
  await expect.poll(() => done).toEqual(recovery.slice(0, 2));
  await Promise.resolve();
  expect(done).toEqual(recovery.slice(0, 2));
});
