/** API Gateway's token bucket: `burst` at once, refilled at `ratePerSecond`. */
export type Throttle = { readonly ratePerSecond: number; readonly burst: number };

/** Returns a function that decides for each request whether it may pass. */
export function createTokenBucket(
  { now }: { now: () => number },
  { ratePerSecond, burst }: Throttle,
): { take(): boolean } {
  let tokens = burst;
  let filledAt = now();
  return {
    take() {
      const at = now();
      tokens = Math.min(burst, tokens + ((at - filledAt) / 1000) * ratePerSecond);
      filledAt = at;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
