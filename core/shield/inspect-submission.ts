import type { Problem } from '../api/problem.ts';
import { err, ok, type Result } from '../values/result.ts';
import { addressRange } from './address-range.ts';
import type { Counted, Counters } from './counters.ts';
import type { HoldReason } from './hold-reason.ts';
import { refusedFrom, secondsLeftInHour, usualRates, type HourlyRates } from './hourly-rates.ts';

/** An entry that a device sends without an account, whose answers are as the form expects them. */
export type OpenSubmission = {
  readonly form: string;
  /** What the form expects, where it differs from the usual. */
  readonly rates: Partial<HourlyRates> | undefined;
  /** The device, as the entry's author. */
  readonly username: string;
  readonly sourceAddress: string;
};

type Deps = { readonly counters: Counters; readonly now: () => Date };

/**
 * Looks for signs that an entry is part of an attack. The cheap before the dear: by now its size and shape are fine,
 * and nothing has been stored. Only an absurd rate is refused; everything else is put on hold, for the reasons
 * returned: docs/decisions/0060-the-shield-of-open-forms.md.
 */
export async function inspectSubmission(
  { counters, now }: Deps,
  { form, rates, username, sourceAddress }: OpenSubmission,
): Promise<Result<readonly HoldReason[], Problem>> {
  const at = now();
  const expected = { ...usualRates, ...rates };
  const range = addressRange(sourceAddress);
  const timesExpected = async (counted: Counted) =>
    (await counters.add(counted, at)) / expected[counted.is];
  const [device, addresses] = await Promise.all([
    timesExpected({ is: 'device', form, username }),
    range === undefined ? 0 : timesExpected({ is: 'addressRange', form, range }),
  ]);
  if (Math.max(device, addresses) > refusedFrom)
    return err({ code: 'too_many', retryAfter: secondsLeftInHour(at) });
  const reasons: HoldReason[] = [];
  if (device > 1) reasons.push('device-rate');
  if (addresses > 1) reasons.push('range-rate');
  // Last, and only if nothing else speaks against it: an attack cannot use up what the form expects of everybody.
  if (reasons.length === 0 && (await timesExpected({ is: 'form', form })) > 1)
    reasons.push('form-rate');
  return ok(reasons);
}
