import { canonicalJson } from '../values/canonical-json.ts';
import { inCurrentVersion } from '../form/current-entry.ts';
import type { OnFormError } from '../form/safe-call.ts';
import type { AnswersTo, Fields } from '../form/answers.ts';
import type { Form } from '../form/define-form.ts';
import { filesIn } from '../files/files-in.ts';
import type { Problem } from '../api/problem.ts';
import { acceptInvited } from '../invitations/accept-invited.ts';
import { countersAfter, countersOf, withSeats } from '../limits/seats.ts';
import { err, ok, type Result } from '../values/result.ts';
import {
  applyChange,
  type ChangeDeps,
  type ChangeResult,
  type ChangeTarget,
} from './apply-change.ts';
import { parseRevisedAnswers, orphanedAnswers } from './accept-stored-answers.ts';
import { parseAnswersInput, withoutAnswers, type AnswersInput } from './answers-input.ts';

export type Revision = ChangeTarget & AnswersInput & { readonly ifVersion: number };

/**
 * Replaces the answers of an entry. What `derive` computed is kept, and so are answers that the form can no longer
 * ask for: docs/decisions/0008-answers-to-an-earlier-version.md.
 */
export async function revise(
  deps: ChangeDeps & { readonly onFormError?: OnFormError },
  { form, body, formVersion, begunOn, savedAt, invitation, ...target }: Revision,
): Promise<Result<ChangeResult, Problem>> {
  const sent = { form, body, formVersion, begunOn };
  const answers = parseAnswersInput(sent, deps.onFormError);
  if (!answers.ok && answers.problem.code !== 'invalid') return answers;
  const changed = await applyChange(deps, {
    ...target,
    counters: countersOf(form),
    // As the form parses the body now, and as it may have parsed it the first time.
    meanings: answers.ok ? [answers.value, body] : [body],
    make: (current) => {
      if (current.deletedAt) return err({ code: 'gone' });
      const timing = acceptInvited({ form, invitation, savedAt }, deps.now());
      if (!timing.ok) return timing;
      // Check this first: which stored answers may stay depends on the version that the sender has seen.
      if (target.ifVersion !== current.version) return err({ code: 'stale', current });
      const next = parseRevisedAnswers(
        form,
        inCurrentVersion(form, current, deps.onFormError).answers,
        { ...sent, begunOn: current.begunOn ?? begunOn, onFormError: deps.onFormError },
      );
      if (!next.ok) return err({ code: 'invalid', errors: next.problem.map(withoutAnswers) });
      const submitted = current.submitted ?? deps.digest(canonicalJson(current.answers));
      const { seats = [], ...others } = current;
      return ok({
        ...others,
        ...withSeats(
          current.onHold
            ? []
            : countersAfter(form, seats, { before: current.answers, after: next.value }),
        ),
        ...timing.value,
        answers: next.value,
        formVersion: form.version,
        submitted,
        ...(filesIn(next.value).length > 0 && { hasFiles: true }),
      });
    },
  });
  if (!changed.ok || !changed.value.earlier) return changed;
  const matchesParsed = answers.ok && changed.value.earlier.meaning === answers.value;
  return ok(replayResult(form, changed.value, matchesParsed ? form.version : formVersion));
}

/** The result of the first attempt, whatever has happened to the entry since. */
function replayResult(
  form: Form,
  { entry, earlier }: ChangeResult,
  formVersion: number,
): ChangeResult {
  if (!earlier) return { entry };
  const { deletedAt: _, ...rest } = entry;
  const { meaning, version, at } = earlier;
  const answers = { ...orphanedAnswers(form, entry.answers), ...(meaning as AnswersTo<Fields>) };
  return { entry: { ...rest, answers, formVersion, version, updatedAt: at }, earlier };
}
