import { expect, test, vi } from 'vitest';
import { deferred, deferredView } from './deferred.ts';
import { unreadView, type Outbox } from '../outbox/outbox.ts';

const part = { twice: async (number: number) => number * 2, name: 'not to be asked' };

test('a call waits until the part has loaded', async () => {
  const arrivals: ((it: typeof part) => void)[] = [];
  const load = () => new Promise<typeof part>((resolve) => arrivals.push(resolve));
  const answer = deferred(load, 0).twice(21);
  arrivals[0]?.(part);
  expect(await answer).toBe(42);
});

test('a part that cannot be loaded answers with the fallback', async () => {
  const deferredPart = deferred(() => Promise.reject<typeof part>(new Error('offline')), 'no room');
  expect(await deferredPart.twice(21)).toBe('no room');
});

test('a part that never arrives counts as one that could not be loaded', async () => {
  vi.useFakeTimers();
  const answer = deferred(() => new Promise<typeof part>(() => undefined), 'no room').twice(21);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await answer).toBe('no room');
  vi.useRealTimers();
});

test('errors of the loaded part itself are passed on', async () => {
  const failing = { twice: async (): Promise<number> => Promise.reject(new Error('broken')) };
  await expect(deferred(async () => failing, 0).twice()).rejects.toThrow('broken');
});

test('the outbox is empty until it has been read, and then notifies its subscribers', async () => {
  const arrivals: ((it: Outbox) => void)[] = [];
  const load = () => new Promise<Outbox>((resolve) => arrivals.push(resolve));
  const { view, subscribe } = deferredView(load);
  let notified = 0;
  subscribe(() => void (notified += 1));
  expect(view()).toBe(unreadView);
  const mickeys = { ...unreadView, author: 'mickey-1' };
  arrivals[0]?.({ view: () => mickeys, subscribe: () => () => undefined } as unknown as Outbox);
  await expect.poll(() => notified).toBe(1);
  expect(view()).toBe(mickeys);
});
