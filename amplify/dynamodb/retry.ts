import { fullJitter } from '#core/full-jitter.ts';

/** Why another attempt may fare better. Every number here is the SDK's, as of 2026. */
export type Cause = 'throttled' | 'transient';

/** Milliseconds: the longest first pause, and the longest of all. Each attempt doubles it. */
const firstPause = { throttled: 1000, transient: 50 };
const longestPause = 20_000;

/** The first, and three more. */
export const attempts = 4;

/** Full jitter, so that many functions do not come back at once. @param before how often it was tried again */
export function pauseBefore(cause: Cause, before: number, random: number): number {
  const pauses = { first: firstPause[cause], longest: longestPause };
  return Math.floor(fullJitter(pauses, before, random));
}

/**
 * What all calls together may spend on trying again, so that a table in trouble is not asked four times as
 * much as one that is well. A success gives back what the attempt before it cost.
 */
export function createBudget() {
  const full = 500;
  const price = { throttled: 5, transient: 14 };
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
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
