import type { Problem } from '../api/problem.ts';
import { err, ok, type Result } from '../values/result.ts';
import type { FormLimits } from './form-limits.ts';

type Limited = { readonly limits?: FormLimits | undefined };

export type Opening = 'before' | 'open' | 'after';

/** Whether a form can be filled in at a time, in milliseconds since 1970. */
export function openingAt({ opens, closes }: FormLimits, time: number): Opening {
  if (opens !== undefined && time < Date.parse(opens)) return 'before';
  return closes !== undefined && time >= Date.parse(closes) ? 'after' : 'open';
}

/** What an entry says about itself if it arrived after its form had closed. */
export type Lateness = { readonly savedAt: string; readonly isLate: true };

const oneDay = 24 * 60 * 60 * 1000;

/** Days. */
const usualGrace = 7;

/**
 * Whether a form accepts answers that arrive now. Those that were saved on a device before it closed are late for as
 * long as the form says. The time is that of the device, which nobody can verify.
 */
export function acceptAt(
  { limits = {} }: Limited,
  { now, savedAt }: { readonly now: Date; readonly savedAt?: string | undefined },
): Result<Lateness | undefined, Problem> {
  const opening = openingAt(limits, now.getTime());
  if (opening === 'open') return ok(undefined);
  if (opening === 'before') return err({ code: 'not_open_yet' });
  const { closes = '', graceDays = usualGrace } = limits;
  const isInTime = savedAt !== undefined && Date.parse(savedAt) < Date.parse(closes);
  const isAccepted = now.getTime() < Date.parse(closes) + graceDays * oneDay;
  return isInTime && isAccepted
    ? ok({ savedAt: new Date(savedAt).toISOString(), isLate: true })
    : err({ code: 'closed' });
}
