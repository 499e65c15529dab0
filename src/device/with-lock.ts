import { withTimeout } from './timeout.ts';
import { isBlocked } from './storage-failure.ts';

/** Shared by the tabs and the service worker. */
export type Locks = Pick<LockManager, 'request'>;

/** Milliseconds. */
type LockTimeouts = {
  /** To get the lock. */
  readonly wait: number;
  /** For the work: if it hangs, the lock is released. */
  readonly hold: number;
};

/**
 * Runs work that only one tab, or the service worker, may do at a time. A browser that stores nothing for this
 * site refuses locks as well; then nothing is shared, and the work runs without one.
 */
export async function withLock<Value>(
  locks: Locks,
  name: string,
  { wait, hold }: LockTimeouts,
  work: () => Promise<Value>,
): Promise<Value> {
  const waiting = new AbortController();
  let begin: (() => void) | undefined;
  let hasBegun = false;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const { signal } = waiting;
  const done = locks.request(name, { signal }, async () => {
    // Granted in the moment it timed out.
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
