/** How long a browser's process lives. What it began and had not ended when it dies, nobody hears of. */
export type Life = {
  readonly signal: AbortSignal;
  /** Begun only while the process lives, and for ever pending when it dies. */
  whileAlive<Value>(begin: () => Promise<Value>): Promise<Value>;
  end(): void;
};

export function beginLife(): Life {
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

/** The browser's locks: whoever dies lets go of them. */
export function locksOf(device: string, { signal }: Life): Pick<LockManager, 'request'> {
  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  const request = async (
    name: string,
    { signal: waiting = signal, ...options }: LockOptions,
    callback: LockGrantedCallback<unknown>,
  ) => {
    const held: LockGrantedCallback<unknown> = (lock) => Promise.race([callback(lock), ended]);
    // The browser allows no signal beside this.
    const bound = options.ifAvailable ? options : { signal: AbortSignal.any([signal, waiting]) };
    // Each device has a browser of its own; here they share one process.
    return navigator.locks.request(`${device} ${name}`, bound, held).catch((error: unknown) => {
      if (signal.aborted) return new Promise(() => undefined);
      throw error;
    });
  };
  return { request } as Pick<LockManager, 'request'>;
}
