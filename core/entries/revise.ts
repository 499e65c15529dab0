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
import type { StoredEntry } from './store/entry-store.ts';

export type Revision = ChangeTarget & AnswersInput & { readonly ifVersion: number };

/**
 * Replaces the answers of an entry. What `derive` computed is kept, and so are answers that the form can no longer
 * ask for: docs/decisions/0008-answers-to-an-earlier-version.md.
 */
export function revise(
  deps: ReviseDeps,
  { savedAt, invitation, ...revision }: Revision,
): Promise<Result<ChangeResult, Problem>> {
  const { form } = revision;
  return replaceAnswers(deps, revision, {
    meaningOf: (answers) => answers,
    accept: () => acceptInvited({ form, invitation, savedAt }, deps.now()),
  });
}

export type ReviseDeps = ChangeDeps & { readonly onFormError?: OnFormError };

/** Who replaces the answers. */
type Replacing = {
  /** What the change asks for, so that a retry of it is recognized. */
  readonly meaningOf: (answers: unknown) => unknown;
  /** What the entry stores about this change, or why it is not accepted. */
  readonly accept: (current: StoredEntry) => Result<Partial<StoredEntry> | undefined, Problem>;
};

/** Replaces the answers of an entry, and keeps those before them as a version: decision 72. */
export async function replaceAnswers(
  deps: ReviseDeps,
  { form, body, formVersion, begunOn, ...target }: Omit<Revision, 'savedAt' | 'invitation'>,
  { meaningOf, accept }: Replacing,
): Promise<Result<ChangeResult, Problem>> {
  const sent = { form, body, formVersion, begunOn };
  const answers = parseAnswersInput(sent, deps.onFormError);
  if (!answers.ok && answers.problem.code !== 'invalid') return answers;
  // As the form parses the body now, and as it may have parsed it the first time.
  const given = answers.ok ? [answers.value, body] : [body];
  const meanings = given.map(meaningOf);
  const changed = await applyChange(deps, {
    ...target,
    counters: countersOf(form),
    isReplacing: true,
    meanings,
    make: (current) => {
      if (current.deletedAt) return err({ code: 'gone' });
      const more = accept(current);
      if (!more.ok) return more;
      // Check this first: which stored answers may stay depends on the version that the sender has seen.
      if (target.ifVersion !== current.version) return err({ code: 'stale', current });
      const next = parseRevisedAnswers(
        form,
        inCurrentVersion(form, current, deps.onFormError).answers,
        { ...sent, begunOn: current.begunOn ?? begunOn, onFormError: deps.onFormError },
      );
      if (!next.ok) return err({ code: 'invalid', errors: next.problem.map(withoutAnswers) });
      const submitted = current.submitted ?? deps.digest(canonicalJson(current.answers));
      const { seats = [], correction: _, answeredIn: _answeredIn, ...others } = current;
      return ok({
        ...others,
        ...withSeats(
          current.onHold
            ? []
            : countersAfter(form, seats, { before: current.answers, after: next.value }),
        ),
        ...more.value,
        answers: next.value,
        formVersion: form.version,
        submitted,
        ...(filesIn(next.value).length > 0 && { hasFiles: true }),
      });
    },
  });
  if (!changed.ok || !changed.value.earlier) return changed;
  const at = meanings.indexOf(changed.value.earlier.meaning);
  const matchesParsed = answers.ok && at === 0;
  return ok(
    replayResult(form, changed.value, {
      answers: given[at],
      formVersion: matchesParsed ? form.version : formVersion,
    }),
  );
}

/** The result of the first attempt, whatever has happened to the entry since. */
function replayResult(
  form: Form,
  { entry, earlier }: ChangeResult,
  { answers: given, formVersion }: { readonly answers: unknown; readonly formVersion: number },
): ChangeResult {
  if (!earlier) return { entry };
  const { deletedAt: _, ...rest } = entry;
  const { version, at } = earlier;
  const answers = { ...orphanedAnswers(form, entry.answers), ...(given as AnswersTo<Fields>) };
  return { entry: { ...rest, answers, formVersion, version, updatedAt: at }, earlier };
}
