import { canonicalJson } from '../values/canonical-json.ts';
import type { Entry } from '../form/entry.ts';
import type { OnFormError } from '../form/safe-call.ts';
import type { AnswersTo, Fields } from '../form/answers.ts';
import { derivedFor } from '../form/form-functions.ts';
import type { Problem } from '../api/problem.ts';
import { acceptInvited } from '../invitations/accept-invited.ts';
import type { Lateness } from '../limits/opening-times.ts';
import { countersFor, countersOf, fullProblem, seatChange, withSeats } from '../limits/seats.ts';
import { filesIn } from '../files/files-in.ts';
import { hasLogic } from '../logic/has-logic.ts';
import type { HoldReason } from '../shield/hold-reason.ts';
import { err, ok, type Result } from '../values/result.ts';
import { parseAnswersInput, isFromOlderForm, type AnswersInput } from './answers-input.ts';
import type { EntryStore, StoredEntry } from './store/entry-store.ts';

export type Submission = AnswersInput & {
  readonly username: string;
  readonly id: string;
  /** The verified address of the author's account. */
  readonly accountEmail?: string | undefined;
};

export type Submitted = { readonly entry: Entry; readonly replayed: boolean };

type Deps = {
  readonly store: Pick<EntryStore, 'insert' | 'find'>;
  readonly now: () => Date;
  readonly random: () => number;
  /** A one-way digest of a text. */
  readonly digest: (text: string) => string;
  /** Called when a function of the form fails. The entry is stored anyway. */
  readonly onFormError?: OnFormError;
  /** Looks at what is sent without an account, once its answers are valid: why to put it on hold, if at all. */
  readonly inspect?: () => Promise<Result<readonly HoldReason[], Problem>>;
};

/** Stores the answers as a new entry, once, however often they are sent. */
export async function submit(
  deps: Deps,
  submission: Submission,
): Promise<Result<Submitted, Problem>> {
  const { form } = submission;
  const answers = parseAnswersInput(submission, deps.onFormError);
  const timing = acceptInvited(submission, deps.now());
  if (!timing.ok) return replayOr(timing, deps, submission, answers.ok ? answers.value : undefined);
  if (!answers.ok)
    return isFromOlderForm(submission) ? replayOr(answers, deps, submission) : answers;
  const onHold = (await deps.inspect?.()) ?? ok([]);
  if (!onHold.ok) return onHold;
  const made = newEntry(deps, { ...submission, late: timing.value }, answers.value);
  const entry =
    onHold.value.length > 0
      ? { ...made, onHold: onHold.value }
      : { ...made, ...withSeats(countersFor(form, answers.value)) };
  const seats = seatChange([], entry.seats, countersOf(form));
  const { existing, isClosed, full } = await deps.store.insert(entry, seats);
  if (isClosed) return err({ code: 'gone' });
  if (full) return err(fullProblem(full));
  if (!existing) return ok({ entry, replayed: false });
  return replay(deps, submission, existing, answers.value);
}

function newEntry(
  { now, random, onFormError }: Deps,
  { form, username, id, accountEmail, begunOn, late }: Submission & { late: Lateness | undefined },
  answers: AnswersTo<Fields>,
): StoredEntry {
  const derived = derivedFor(form, answers, { random, onFormError });
  const time = now().toISOString();
  return {
    id,
    form: form.id,
    formVersion: form.version,
    ...(begunOn !== undefined && hasLogic(form) && { begunOn }),
    username,
    answers,
    ...(derived !== undefined && { derived }),
    ...(filesIn(answers).length > 0 && { hasFiles: true }),
    ...(form.confirmation && accountEmail !== undefined && { confirmTo: accountEmail }),
    ...late,
    ...(form.shards !== undefined && form.shards > 1 && { shards: form.shards }),
    version: 1,
    createdAt: time,
    updatedAt: time,
  };
}

/** What the form no longer accepts may have been stored when it still did: then this is a retry. */
async function replayOr(
  rejected: Result<never, Problem>,
  deps: Deps,
  submission: Submission,
  answers?: AnswersTo<Fields>,
): Promise<Result<Submitted, Problem>> {
  const { form, username, id } = submission;
  const existing = await deps.store.find({ username, form: form.id, id });
  return existing ? replay(deps, submission, existing, answers) : rejected;
}

/** The result of the first attempt, if this submission has the same answers. */
function replay(
  { digest }: Pick<Deps, 'digest'>,
  { form, body, formVersion }: Submission,
  existing: StoredEntry,
  answers?: AnswersTo<Fields>,
): Result<Submitted, Problem> {
  if (existing.deletedAt) return err({ code: 'gone' });
  const isSameAsFirst = (it: unknown) =>
    existing.submitted
      ? existing.submitted === digest(canonicalJson(it))
      : canonicalJson(existing.answers) === canonicalJson(it);
  const matchesParsed = answers !== undefined && isSameAsFirst(answers);
  if (!matchesParsed && !isSameAsFirst(body)) return err({ code: 'idempotency_key_reused' });
  if (!existing.submitted) return ok({ entry: asSubmitted(existing), replayed: true });
  const first = matchesParsed
    ? { answers, formVersion: form.version }
    : { answers: body as AnswersTo<Fields>, formVersion };
  return ok({ entry: asSubmitted({ ...existing, ...first }), replayed: true });
}

function asSubmitted(entry: Entry): Entry {
  return { ...entry, version: 1, updatedAt: entry.createdAt };
}
