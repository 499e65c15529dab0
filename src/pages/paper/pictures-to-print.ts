/** The pictures of what is printed: their addresses are requested a few at a time, and printing waits for them. */
export type PicturesToPrint = {
  /** Does the work once few enough others are being done. */
  soon<It>(work: () => Promise<It>): Promise<It>;
  /** Resolves once nothing is left to do. */
  settled(): Promise<void>;
};

/** No burst of requests for two hundred entries. */
const atOnce = 4;

export function createPicturesToPrint(): PicturesToPrint {
  let running = 0;
  const waiting: (() => void)[] = [];
  let whenIdle: (() => void)[] = [];
  const finish = () => {
    const next = waiting.shift();
    if (next) return next();
    running -= 1;
    if (running > 0) return undefined;
    for (const resolve of whenIdle) resolve();
    whenIdle = [];
    return undefined;
  };
  return {
    async soon(work) {
      if (running < atOnce) running += 1;
      else await new Promise<void>((begin) => void waiting.push(begin));
      try {
        return await work();
      } finally {
        finish();
      }
    },
    settled: () =>
      running === 0 ? Promise.resolve() : new Promise((resolve) => void whenIdle.push(resolve)),
  };
}
