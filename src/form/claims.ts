/** Takes a draft for this tab, until the tab is closed: whether no other tab has it. */
export type Claim = (id: string) => Promise<boolean>;

export function createClaims(locks: Pick<LockManager, 'request'>): Claim {
  const claims = new Map<string, Promise<boolean>>();

  function take(id: string): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const held = locks.request(`formstead:draft:${id}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        // The browser lets go of it when the tab is closed or dies.
        return lock && new Promise<never>(() => undefined);
      });
      held.catch(reject);
    });
  }

  return async (id) => {
    const claim = claims.get(id) ?? take(id);
    claims.set(id, claim);
    const isOurs = await claim;
    if (!isOurs) claims.delete(id);
    return isOurs;
  };
}
