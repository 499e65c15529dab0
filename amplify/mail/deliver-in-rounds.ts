import { fullJitter } from '#core/values/retry-pause.ts';
import type { DeliveryResult } from './deliver-mail.ts';
import { logLine } from './mail-log.ts';

export type PendingMail = {
  /** The number of the stream's record that caused it, or another name for the log. */
  readonly sequence: string;
  readonly form: string;
  readonly kind: string;
  /** Tries once to send it. */
  readonly deliver: () => Promise<DeliveryResult>;
};

export type RoundsDeps = {
  readonly now: () => Date;
  readonly random: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** Tells the backends of an AWS account apart in metrics. */
  readonly backend: string;
  /** Writes a line to the log. */
  readonly log: (line: string) => void;
};

/** Milliseconds that must be left to start another attempt, which may take ten seconds. */
const timeForOneAttempt = 15_000;

const pauses = { first: 1_000, longest: 20_000 };

/**
 * Sends mails in rounds. Each round tries every mail, so that one failing mail does not delay the others.
 * @param timeLeft milliseconds until Lambda's timeout
 * @returns those that are not finished
 */
export async function deliverInRounds(
  deps: RoundsDeps,
  mails: readonly PendingMail[],
  timeLeft: () => number,
): Promise<readonly PendingMail[]> {
  const failed: PendingMail[] = [];
  let pending = mails;
  for (let round = 0; pending.length > 0; round += 1) {
    const result = await sendRound(pending);
    pending = result.postponed;
    const pause = Math.max(result.wait, fullJitter(pauses, round, deps.random()));
    if (pending.length === 0 || timeLeft() < pause + timeForOneAttempt) break;
    await deps.sleep(pause);
  }
  return [...failed, ...pending];

  async function sendRound(batch: readonly PendingMail[]) {
    const postponed: PendingMail[] = [];
    let wait = 0;
    for (const outgoing of batch) {
      const outcome = timeLeft() < timeForOneAttempt ? noTime : await tryToDeliver(outgoing);
      if (outcome?.is !== 'later') continue;
      postponed.push(outgoing);
      wait = Math.max(wait, outcome.wait ?? 0);
    }
    return { postponed, wait };
  }

  async function tryToDeliver(outgoing: PendingMail): Promise<DeliveryResult | undefined> {
    const { sequence, form, kind, deliver } = outgoing;
    try {
      const outcome = await deliver();
      if (outcome.is === 'blocked') failed.push(outgoing);
      deps.log(logLine(deps, { sequence, form, kind, outcome }));
      return outcome;
    } catch (error) {
      failed.push(outgoing);
      deps.log(failureLine(deps, sequence, error));
    }
  }
}

/** With the error's name only: its message may quote answers. */
export function failureLine(deps: RoundsDeps, sequence: string, error: unknown): string {
  const code = error instanceof Error ? error.name : typeof error;
  return logLine(deps, { sequence, outcome: { is: 'blocked', code } });
}

const noTime: DeliveryResult = { is: 'later', code: 'no_time' };
