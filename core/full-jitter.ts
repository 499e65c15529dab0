/** Milliseconds: the longest first wait, and the longest of all. Each failure doubles it. */
export type Pauses = { readonly first: number; readonly longest: number };

/**
 * How long to wait after so many failures in a row, in milliseconds: anything up to the limit, so that a
 * thousand who failed at once do not come back at once.
 * @param failures those before this wait; 0 for the first
 * @param random from 0 to less than 1
 */
export function fullJitter({ first, longest }: Pauses, failures: number, random: number): number {
  return random * Math.min(longest, first * 2 ** failures);
}
