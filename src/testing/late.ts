import { vi } from 'vitest';

const isOn = import.meta.env.MODE === 'late';
/** How many of a hundred are late. */
const share = 30;
/** Milliseconds: longer than a test takes from one step to the next. */
const lateness = 400;

/**
 * For `npm run verify -- late`: what a page waits for comes after other things than usual, as on a busy machine or a
 * slow device. In other runs, and while a test has fake timers, it comes as it is.
 */
export function maybeLate<Value>(it: Promise<Value>): Promise<Value> {
  if (!isOn || vi.isFakeTimers() || Math.random() * 100 >= share) return it;
  return new Promise<void>((resolve) => setTimeout(resolve, lateness)).then(() => it);
}
