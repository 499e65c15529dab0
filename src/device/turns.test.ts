import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeLocks } from '../fake-world.tsx';
import { unresponsiveIn } from './timeout.ts';
import { inTurn, type Locks } from './turns.ts';

const bounds = { wait: 1000, hold: 3000 };
const forEver = () => new Promise<never>(() => undefined);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What came of it once so much time had passed. */
async function outcomeOf(work: Promise<unknown>, milliseconds: number): Promise<unknown> {
  let outcome: unknown = 'nothing yet';
  work.then(
    (value) => (outcome = value),
    (error: unknown) => (outcome = unresponsiveIn(error) ?? error),
  );
  await vi.advanceTimersByTimeAsync(milliseconds);
  return outcome;
}

test('one after the other, each with its own result', async () => {
  const locks = createFakeLocks();
  const order: string[] = [];
  const turn = (name: string) =>
    inTurn(locks, 'a', bounds, async () => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      return name;
    });
  expect(await Promise.all([turn('one'), turn('two')])).toEqual(['one', 'two']);
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});

test('a lock that is never given back is named, and the work is not done later unasked', async () => {
  const locks = createFakeLocks();
  let letGo: (() => void) | undefined;
  void locks.request('a', () => new Promise<void>((resolve) => (letGo = resolve)));
  let isDone = false;
  const work = inTurn(locks, 'a', bounds, async () => void (isDone = true));
  expect(await outcomeOf(work, 999)).toBe('nothing yet');
  expect(await outcomeOf(work, 1)).toBe('another-tab');
  letGo?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(isDone).toBe(false);
  expect(
    await outcomeOf(
      inTurn(locks, 'a', bounds, async () => 'done'),
      0,
    ),
  ).toBe('done');
});

test('work that never ends gives the lock back', async () => {
  const locks = createFakeLocks();
  expect(await outcomeOf(inTurn(locks, 'a', bounds, forEver), 3000)).toBe('network');
  expect(
    await outcomeOf(
      inTurn(locks, 'a', bounds, async () => 'done'),
      0,
    ),
  ).toBe('done');
});

test('a refused lock is an error at once', async () => {
  const refusal = new DOMException('going away', 'AbortError');
  const locks = { request: () => Promise.reject(refusal) } as unknown as Locks;
  expect(
    await outcomeOf(
      inTurn(locks, 'a', bounds, async () => 'done'),
      0,
    ),
  ).toBe(refusal);
});

test('where the browser gives no locks, there is nobody to wait for', async () => {
  const denied = new DOMException('Access is denied.', 'SecurityError');
  const locks: Locks = { request: () => Promise.reject(denied) };
  expect(
    await outcomeOf(
      inTurn(locks, 'a', bounds, async () => 'done'),
      0,
    ),
  ).toBe('done');
  const failing = new DOMException('Its own.', 'SecurityError');
  let times = 0;
  const work = async (): Promise<never> => {
    times += 1;
    throw failing;
  };
  expect(await outcomeOf(inTurn(createFakeLocks(), 'a', bounds, work), 0)).toBe(failing);
  expect(times).toBe(1);
});
