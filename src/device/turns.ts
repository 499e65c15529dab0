import { withTimeout } from './timeout.ts';

/** The tabs and the service worker share them. */
export type Locks = Pick<LockManager, 'request'>;

/** Milliseconds, after which it is given up. */
type Bounds = {
  /** For the lock. */
  readonly wait: number;
  /** For the work: whatever hangs in it, the lock is given back. */
  readonly hold: number;
};

/** Does something that only one of the tabs, or the service worker, may do at a time. */
export async function inTurn<Value>(
  locks: Locks,
  name: string,
  { wait, hold }: Bounds,
  work: () => Promise<Value>,
): Promise<Value> {
  const waiting = new AbortController();
  let begin: (() => void) | undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const { signal } = waiting;
  const done = locks.request(name, { signal }, async () => {
    // Granted in the very moment in which it was given up.
    signal.throwIfAborted();
    begin?.();
    return withTimeout('network', hold, work());
  });
  try {
    await withTimeout('another-tab', wait, Promise.race([begun, done]));
  } catch (error) {
    waiting.abort();
    done.catch(() => undefined);
    throw error;
  }
  return done;
}
