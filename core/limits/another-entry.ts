import type { FormLimits } from './form-limits.ts';
import { openingAt } from './opening-times.ts';

/** Whether somebody who has sent an entry may be offered to fill in another. The server decides whether it is accepted. */
export function mayFillInAnother(
  { limits = {} }: { readonly limits?: FormLimits | undefined },
  now: number,
): boolean {
  return limits.perAuthor !== 1 && openingAt(limits, now) === 'open';
}
