/** jsdom has no locks. These are granted in turn, as a browser does with one tab open. */
export function createFakeLocks(): Pick<LockManager, 'request'> {
  const ends = new Map<string, Promise<unknown>>();
  const request = async (name: string, ...rest: unknown[]) => {
    const callback = rest.at(-1) as (lock: object | null) => unknown;
    const isBusy = ends.has(name);
    const { ifAvailable, signal } = rest[0] as LockOptions;
    if (ifAvailable && isBusy) return callback(null);
    const before = ends.get(name);
    let isGranted = false;
    const turn = (async () => {
      await before?.catch(() => undefined);
      if (signal?.aborted) return undefined;
      isGranted = true;
      return callback({ name });
    })();
    ends.set(name, turn);
    const givenUp = new Promise<never>((_, reject) =>
      signal?.addEventListener('abort', () => !isGranted && reject(signal.reason as Error)),
    );
    return signal ? Promise.race([turn, givenUp]) : turn;
  };
  return { request } as Pick<LockManager, 'request'>;
}
