/** The lifetime of a browser's process. Nobody sees the result of what is still running when it ends. */
export type ProcessLifetime = {
  readonly signal: AbortSignal;
  /** Starts only while the process lives, and stays pending forever if it ends. */
  whileAlive<Value>(begin: () => Promise<Value>): Promise<Value>;
  end(): void;
};

export function startLifetime(): ProcessLifetime {
  const controller = new AbortController();
  const { signal } = controller;
  return {
    signal,
    whileAlive: (begin) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return;
        begin().then(
          (value) => signal.aborted || resolve(value),
          (error: unknown) => signal.aborted || reject(error),
        );
      }),
    end: () => controller.abort(),
  };
}

/** The browser's locks: released when the process ends. */
export function locksUntilEnd(
  device: string,
  { signal }: ProcessLifetime,
): Pick<LockManager, 'request'> {
  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  const request = async (
    name: string,
    { signal: waiting = signal, ...options }: LockOptions,
    callback: LockGrantedCallback<unknown>,
  ) => {
    const releasedAtEnd: LockGrantedCallback<unknown> = (lock) =>
      Promise.race([callback(lock), ended]);
    // A browser allows no signal together with `ifAvailable`.
    const bound = options.ifAvailable ? options : { signal: AbortSignal.any([signal, waiting]) };
    // Each device has its own browser, but here they share a process.
    return navigator.locks
      .request(`${device} ${name}`, bound, releasedAtEnd)
      .catch((error: unknown) => {
        if (signal.aborted) return new Promise(() => undefined);
        throw error;
      });
  };
  return { request } as Pick<LockManager, 'request'>;
}
