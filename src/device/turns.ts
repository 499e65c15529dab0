import { withTimeout } from './timeout.ts';
import { isBlocked } from './unkept.ts';

/** The tabs and the service worker share them. */
export type Locks = Pick<LockManager, 'request'>;

/** Milliseconds, after which it is given up. */
type Bounds = {
  /** For the lock. */
  readonly wait: number;
  /** For the work: whatever hangs in it, the lock is given back. */
  readonly hold: number;
};

/**
 * Does something that only one of the tabs, or the service worker, may do at a time. Where the browser gives no
 * locks, as it does where it keeps nothing, there is nothing that two could be at.
 */
export async function inTurn<Value>(
  locks: Locks,
  name: string,
  { wait, hold }: Bounds,
  work: () => Promise<Value>,
): Promise<Value> {
  const waiting = new AbortController();
  let begin: (() => void) | undefined;
  let hasBegun = false;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const { signal } = waiting;
  const done = locks.request(name, { signal }, async () => {
    // Granted in the very moment in which it was given up.
    signal.throwIfAborted();
    hasBegun = true;
    begin?.();
    return withTimeout('network', hold, work());
  });
  try {
    await withTimeout('another-tab', wait, Promise.race([begun, done]));
  } catch (error) {
    waiting.abort();
    done.catch(() => undefined);
    if (isBlocked(error) && !hasBegun) return withTimeout('network', hold, work());
    throw error;
  }
  return done;
}
