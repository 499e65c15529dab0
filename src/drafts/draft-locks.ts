import { withTimeout } from '../device/timeout.ts';
import type { Locks } from '../device/with-lock.ts';
import { isBlocked } from '../device/storage-failure.ts';

/**
 * Locks a draft for this tab until the tab is closed. Returns false if another tab has it.
 * @param wait milliseconds to wait for another tab to release it; none if left out
 */
export type LockDraft = (id: string, wait?: number) => Promise<boolean>;

/** Milliseconds. The browser usually answers at once. */
const timeout = 5000;

export function createDraftLocks(locks: Locks): LockDraft {
  const locked = new Map<string, Promise<boolean>>();

  function acquire(id: string, wait: number): Promise<boolean> {
    const tooLate = wait > 0 ? AbortSignal.timeout(wait) : undefined;
    const acquired = new Promise<boolean>((resolve, reject) => {
      // The browser accepts only one of the two.
      const options = tooLate ? { signal: tooLate } : { ifAvailable: true };
      // oxlint-disable-next-line house/bounded-waits -- it is, below; the lock itself lasts as long as the tab
      const request = locks.request(`formstead:draft:${id}`, options, (lock) => {
        resolve(lock !== null);
        // The browser releases it when the tab is closed or dies.
        return lock && new Promise<never>(() => undefined);
      });
      request.catch((error: unknown) => {
        if (tooLate?.aborted) resolve(false);
        else if (isBlocked(error)) resolve(true);
        else reject(error);
      });
    });
    return withTimeout('another-tab', wait + timeout, acquired);
  }

  async function lockDraft(id: string, wait = 0): Promise<boolean> {
    const acquiring = locked.get(id) ?? acquire(id, wait);
    locked.set(id, acquiring);
    const isOurs = await acquiring.catch((error: unknown) => {
      locked.delete(id);
      throw error;
    });
    if (!isOurs) locked.delete(id);
    return isOurs;
  }

  // The browser also releases locks when the tab goes into the back/forward cache. Node has no such function.
  globalThis.addEventListener?.('pageshow', ({ persisted }) => {
    if (!persisted) return;
    const before = [...locked.keys()];
    locked.clear();
    for (const id of before) lockDraft(id).catch(() => undefined);
  });

  return lockDraft;
}
