import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeLocks } from '../testing/fake-locks.ts';
import { unresponsiveIn } from './timeout.ts';
import { withLock, type Locks } from './with-lock.ts';

const bounds = { wait: 1000, hold: 3000 };
const forEver = () => new Promise<never>(() => undefined);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The outcome after so many milliseconds. */
async function outcomeOf(work: Promise<unknown>, milliseconds: number): Promise<unknown> {
  let outcome: unknown = 'nothing yet';
  work.then(
    (value) => (outcome = value),
    (error: unknown) => (outcome = unresponsiveIn(error) ?? error),
  );
  await vi.advanceTimersByTimeAsync(milliseconds);
  return outcome;
}

test('work runs one after the other, each with its own result', async () => {
  const locks = createFakeLocks();
  const order: string[] = [];
  const holdLock = (name: string) =>
    withLock(locks, 'a', bounds, async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      return name;
    });
  expect(await Promise.all([holdLock('one'), holdLock('two')])).toEqual(['one', 'two']);
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});

test('a lock that is never released is reported, and the work is not done later', async () => {
  const locks = createFakeLocks();
  let letGo: (() => void) | undefined;
  void locks.request('a', () => new Promise<void>((resolve) => (letGo = resolve)));
  let isDone = false;
  const work = withLock(locks, 'a', bounds, async () => void (isDone = true));
  expect(await outcomeOf(work, 999)).toBe('nothing yet');
  expect(await outcomeOf(work, 1)).toBe('another-tab');
  letGo?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(isDone).toBe(false);
  expect(
    await outcomeOf(
      withLock(locks, 'a', bounds, async () => 'done'),
      0,
    ),
  ).toBe('done');
});

test('work that never ends releases the lock', async () => {
  const locks = createFakeLocks();
  expect(await outcomeOf(withLock(locks, 'a', bounds, forEver), 3000)).toBe('network');
  expect(
    await outcomeOf(
      withLock(locks, 'a', bounds, async () => 'done'),
      0,
    ),
  ).toBe('done');
});

test('a failing lock request is an error at once', async () => {
  const lockError = new DOMException('going away', 'AbortError');
  const locks = { request: () => Promise.reject(lockError) } as unknown as Locks;
  expect(
    await outcomeOf(
      withLock(locks, 'a', bounds, async () => 'done'),
      0,
    ),
  ).toBe(lockError);
});

test('if the browser refuses locks, the work runs without one', async () => {
  const denied = new DOMException('Access is denied.', 'SecurityError');
  const locks: Locks = { request: () => Promise.reject(denied) };
  expect(
    await outcomeOf(
      withLock(locks, 'a', bounds, async () => 'done'),
      0,
    ),
  ).toBe('done');
  const failing = new DOMException('Its own.', 'SecurityError');
  let times = 0;
  const work = async (): Promise<never> => {
    times += 1;
    throw failing;
  };
  expect(await outcomeOf(withLock(createFakeLocks(), 'a', bounds, work), 0)).toBe(failing);
  expect(times).toBe(1);
});
