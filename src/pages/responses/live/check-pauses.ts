/** Milliseconds until the first look for new responses, and between two at most. */
export const firstPause = 20_000;
export const longestPause = 300_000;

/** How long to wait for the next look: the longer, the longer nothing came in. */
export function nextPause(before: number, hasFound: boolean): number {
  return hasFound ? firstPause : Math.min(longestPause, Math.round(before * 1.5));
}
