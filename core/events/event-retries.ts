/** Minutes to wait after each failure: about three days together. They are those that Standard Webhooks proposes. */
const pauses = [1, 5, 30, 2 * 60, 5 * 60, 10 * 60, 14 * 60, 20 * 60, 24 * 60];

/** Up to this share is added at random, so that those that failed together are not tried together. */
const jitter = 0.2;

const minute = 60_000;
const day = 24 * 60 * minute;

/** Of an event that waited for earlier ones: after this time the first failure is the last. */
const longestWait = 7 * day;

/** A receiver may ask for a longer pause, but not for a longer one than this. */
const longestPause = day;

type Failed = {
  /** How often it has been tried. */
  readonly attempts: number;
  /** When it was queued (ISO 8601). */
  readonly queuedAt: string;
  /** Milliseconds that the receiver asks to wait. */
  readonly wait?: number | undefined;
};

export type NextStep = { readonly is: 'again'; readonly at: Date } | { readonly is: 'dead' };

/** What happens after an attempt has failed. */
export function nextStep(
  { attempts, queuedAt, wait = 0 }: Failed,
  { now, random }: { readonly now: Date; readonly random: number },
): NextStep {
  const pause = pauses[attempts - 1];
  const isTooOld = now.getTime() - Date.parse(queuedAt) > longestWait;
  if (pause === undefined || isTooOld) return { is: 'dead' };
  const own = pause * minute * (1 + jitter * random);
  return { is: 'again', at: new Date(now.getTime() + Math.max(own, Math.min(wait, longestPause))) };
}
