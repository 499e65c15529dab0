import type { Form } from '#core/form/define-form.ts';
import { deliverInRounds, failureLine, type RoundsDeps } from '../deliver-in-rounds.ts';
import { dueReports, type DueReport, type DueReportsDeps } from './due-reports.ts';

/**
 * Sends the digests that are due, and how many entries came without a mail. A schedule calls it every hour: what is not
 * finished is continued by the next call.
 * @param timeLeft milliseconds until Lambda's timeout
 */
export async function sendReports(
  deps: DueReportsDeps & RoundsDeps,
  forms: readonly Form[],
  timeLeft: () => number,
): Promise<void> {
  const due: DueReport[] = [];
  for (const form of forms) {
    try {
      due.push(...(await dueReports(deps, form)));
    } catch (error) {
      // The other forms do not wait for it.
      deps.log(failureLine(deps, `reports of ${form.id}`, error));
    }
  }
  const unfinished = new Set(
    await deliverInRounds(
      deps,
      due.flatMap(({ mails }) => mails),
      timeLeft,
    ),
  );
  for (const { mails, finish } of due) if (!mails.some((it) => unfinished.has(it))) await finish();
}
