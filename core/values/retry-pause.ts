/** Limits in milliseconds: for the first pause, and for any pause. Each failure doubles the limit. */
export type Pauses = { readonly first: number; readonly longest: number };

/**
 * Exponential backoff with full jitter: a random pause, in milliseconds, up to a limit that doubles with each
 * failure. It keeps a thousand clients that failed together from retrying together.
 * @param failures the number of failures before this pause; 0 for the first
 * @param random from 0 to less than 1
 */
export function fullJitter({ first, longest }: Pauses, failures: number, random: number): number {
  return random * Math.min(longest, first * 2 ** failures);
}
