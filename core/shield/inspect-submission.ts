import type { Problem } from '../api/problem.ts';
import { err, ok, type Result } from '../values/result.ts';
import { addressRange } from './address-range.ts';
import type { Counted, Counters } from './counters.ts';
import type { HoldReason } from './hold-reason.ts';
import { isAcceptedDay, type Puzzle } from './puzzle.ts';
import type { ShieldHeader } from './shield-header.ts';
import { refusedFrom, secondsLeftInHour, usualRates, type HourlyRates } from './hourly-rates.ts';

/** An entry that a device sends without an account, whose answers are as the form expects them. */
export type OpenSubmission = {
  readonly form: string;
  /** What the form expects, where it differs from the usual. */
  readonly rates: Partial<HourlyRates> | undefined;
  /** The device, as the entry's author. */
  readonly username: string;
  readonly sourceAddress: string;
  /** What the device says about how it was filled in. */
  readonly header: ShieldHeader;
  /** The entry's id, and the device's key. */
  readonly puzzle: Omit<Puzzle, 'form' | 'day'>;
};

type Deps = {
  readonly counters: Counters;
  readonly now: () => Date;
  readonly isSolved: IsSolved;
};

/** Whether a number solves a puzzle. */
export type IsSolved = (puzzle: Puzzle, number: string) => boolean;

/** Seconds in which nobody reads a question, answers it and sends the form. */
const fewestSeconds = 1;

/**
 * Looks for signs that an entry is part of an attack. The cheap before the dear: by now its size and shape are fine,
 * and nothing has been stored. Only an absurd rate is refused; everything else is put on hold, for the reasons
 * returned: docs/decisions/0060-the-shield-of-open-forms.md.
 */
export async function inspectSubmission(
  { counters, now, isSolved }: Deps,
  submission: OpenSubmission,
): Promise<Result<readonly HoldReason[], Problem>> {
  const { form, rates, username, sourceAddress } = submission;
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
  reasons.push(...reasonsOnDevice(submission, isSolved, at));
  // Last, and only if nothing else speaks against it: an attack cannot use up what the form expects of everybody.
  if (reasons.length === 0 && (await timesExpected({ is: 'form', form })) > 1)
    reasons.push('form-rate');
  return ok(reasons);
}

/** The reasons in what the device itself says. */
function reasonsOnDevice(
  { form, header, puzzle: of }: OpenSubmission,
  isSolved: IsSolved,
  at: Date,
): readonly HoldReason[] {
  const { seconds, puzzle, isHoneypotFilled } = header;
  const isRight =
    puzzle !== undefined &&
    isAcceptedDay(puzzle.day, at) &&
    isSolved({ form, ...of, day: puzzle.day }, puzzle.number);
  return [
    // A program that calls the API itself need not say how long it took.
    ...(seconds !== undefined && seconds < fewestSeconds ? (['too-fast'] as const) : []),
    ...(isHoneypotFilled ? (['honeypot'] as const) : []),
    ...(isRight ? [] : (['puzzle'] as const)),
  ];
}
