/** Why a call failed that may succeed a little later: the table is asked too much, in trouble, or silent. */
export type Cause = 'throttled' | 'transient' | 'silent';

/**
 * Milliseconds, at most: any length up to it, so that many functions do not come back at once. Waiting longer
 * is for whoever asked: each call that waits here is one more function that runs, and pays, meanwhile.
 */
export const longestPause = 50;

/**
 * What all calls together may spend on a second attempt, so that a table in trouble is not asked twice as
 * much as one that is well. A success gives back what the attempt before it cost. Numbers are the SDK's.
 */
export function createBudget() {
  const full = 500;
  // Whoever was not answered at all has waited long enough.
  const price = { throttled: 5, transient: 14, silent: Infinity };
  let left = full;
  return {
    take(cause: Cause): boolean {
      if (left < price[cause]) return false;
      left -= price[cause];
      return true;
    },
    giveBack(cause: Cause | undefined): void {
      left = Math.min(full, left + (cause ? price[cause] : 1));
    },
  };
}

/** `undefined` where trying again is no use. The names are those of the SDK's that DynamoDB may say. */
export function causeOf(error: unknown): Cause | undefined {
  const { name = '', code = '', status = 0 } = error as Partial<Record<string, unknown>>;
  if (throttling.has(String(name)) || status === 429) return 'throttled';
  if (code === 'ETIMEDOUT') return 'silent';
  return unreachable.has(String(code)) || Number(status) >= 500 ? 'transient' : undefined;
}

const throttling = new Set([
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
]);

const unreachable = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
