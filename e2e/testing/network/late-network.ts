import { setTimeout as wait } from 'node:timers/promises';

/** How many of a hundred are late. */
const share = 30;
/** Milliseconds: longer than a test takes from one step to the next. */
const lateness = 400;

/** Whether this is `npm run verify -- late`. */
export function isLate(): boolean {
  return process.env['FORMSTEAD_LATE'] !== undefined;
}

/** For `npm run verify -- late`: a request or a response comes after others that were sent later, as in any network. */
export async function maybeLate(): Promise<void> {
  if (isLate() && Math.random() * 100 < share) await wait(lateness);
}
