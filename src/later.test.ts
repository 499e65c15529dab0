import { expect, test, vi } from 'vitest';
import { later, viewLater } from './later.ts';
import { unreadView, type Outbox } from './outbox/outbox.ts';

const part = { twice: async (number: number) => number * 2, name: 'not to be asked' };

test('a call waits for what answers it', async () => {
  const arrivals: ((it: typeof part) => void)[] = [];
  const load = () => new Promise<typeof part>((resolve) => arrivals.push(resolve));
  const answer = later(load, 0).twice(21);
  arrivals[0]?.(part);
  expect(await answer).toBe(42);
});

test('what could not be loaded answers for what it would have been', async () => {
  const standIn = later(() => Promise.reject<typeof part>(new Error('offline')), 'no room');
  expect(await standIn.twice(21)).toBe('no room');
});

test('what never arrives is as if it could not be loaded', async () => {
  vi.useFakeTimers();
  const answer = later(() => new Promise<typeof part>(() => undefined), 'no room').twice(21);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await answer).toBe('no room');
  vi.useRealTimers();
});

test('what fails by itself still fails', async () => {
  const failing = { twice: async (): Promise<number> => Promise.reject(new Error('broken')) };
  await expect(later(async () => failing, 0).twice()).rejects.toThrow('broken');
});

test('the outbox is nobody’s until it is read, and then its readers are told', async () => {
  const arrivals: ((it: Outbox) => void)[] = [];
  const load = () => new Promise<Outbox>((resolve) => arrivals.push(resolve));
  const { view, subscribe } = viewLater(load);
  let told = 0;
  subscribe(() => void (told += 1));
  expect(view()).toBe(unreadView);
  const mickeys = { ...unreadView, author: 'mickey-1' };
  arrivals[0]?.({ view: () => mickeys, subscribe: () => () => undefined } as unknown as Outbox);
  await expect.poll(() => told).toBe(1);
  expect(view()).toBe(mickeys);
});
