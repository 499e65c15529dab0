import { withTimeout } from '../device/timeout.ts';
import type { Locks } from '../device/turns.ts';
import { isBlocked } from '../device/unkept.ts';

/**
 * Takes a draft for this tab, until the tab is closed: whether no other tab has it.
 * @param wait milliseconds in which whoever has it may let go of it; none, where it is not said
 */
export type Claim = (id: string, wait?: number) => Promise<boolean>;

/** Milliseconds: a browser knows at once. */
const patience = 5000;

export function createClaims(locks: Locks): Claim {
  const claims = new Map<string, Promise<boolean>>();

  function take(id: string, wait: number): Promise<boolean> {
    const tooLate = wait > 0 ? AbortSignal.timeout(wait) : undefined;
    const taken = new Promise<boolean>((resolve, reject) => {
      // The browser takes one of the two.
      const options = tooLate ? { signal: tooLate } : { ifAvailable: true };
      // oxlint-disable-next-line waits/bounded -- it is, below; and held while the tab lives
      const held = locks.request(`formstead:draft:${id}`, options, (lock) => {
        resolve(lock !== null);
        // The browser lets go of it when the tab is closed or dies.
        return lock && new Promise<never>(() => undefined);
      });
      held.catch((error: unknown) => {
        if (tooLate?.aborted) resolve(false);
        else if (isBlocked(error)) resolve(true);
        else reject(error);
      });
    });
    return withTimeout('another-tab', wait + patience, taken);
  }

  async function claim(id: string, wait = 0): Promise<boolean> {
    const claimed = claims.get(id) ?? take(id, wait);
    claims.set(id, claimed);
    const isOurs = await claimed.catch((error: unknown) => {
      claims.delete(id);
      throw error;
    });
    if (!isOurs) claims.delete(id);
    return isOurs;
  }

  // The browser also lets go of them when the tab goes into the back/forward cache.
  // Not in Node.
  globalThis.addEventListener?.('pageshow', ({ persisted }) => {
    if (!persisted) return;
    const before = [...claims.keys()];
    claims.clear();
    for (const id of before) claim(id).catch(() => undefined);
  });

  return claim;
}
