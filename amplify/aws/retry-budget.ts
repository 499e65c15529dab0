/** Why a failed call may succeed a little later: the table is throttling, has a problem, or did not respond. */
export type RetryableCause = 'throttled' | 'transient' | 'silent';

/**
 * The longest pause before a retry, in milliseconds. Pauses are random, so that many functions do not retry at
 * once. They are short because a function that waits still costs money; longer waits are left to the caller.
 */
export const maxPause = 50;

/**
 * Limits the retries of all calls together, so that a table with a problem does not receive twice the traffic.
 * A success gives back what the attempt before it cost. The numbers are the AWS SDK's.
 */
export function createRetryBudget() {
  const full = 500;
  // After a timeout the caller has waited long enough: no retry.
  const price = { throttled: 5, transient: 14, silent: Infinity };
  let left = full;
  return {
    take(cause: RetryableCause): boolean {
      if (left < price[cause]) return false;
      left -= price[cause];
      return true;
    },
    giveBack(cause: RetryableCause | undefined): void {
      left = Math.min(full, left + (cause ? price[cause] : 1));
    },
  };
}

/** `undefined` if a retry would not help. The names are those that the SDK retries and DynamoDB uses. */
export function retryableCause(error: unknown): RetryableCause | undefined {
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
  // Another transaction with the same item is under way.
  'TransactionInProgressException',
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
