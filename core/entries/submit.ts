import { canonicalJson } from '../canonical-json.ts';
import type { Entry } from '../entry.ts';
import type { OnFault } from '../fault.ts';
import type { AnswersTo, Fields } from '../form.ts';
import { derivedFor } from '../form-functions.ts';
import type { Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import { answersIn, isOutdated, type Sent } from './sent.ts';
import type { EntryStore, StoredEntry } from './store.ts';

export type Submission = Sent & {
  readonly username: string;
  readonly id: string;
  /** The address that the author's account has proven to be theirs. */
  readonly account?: string | undefined;
};

export type Submitted = { readonly entry: Entry; readonly replayed: boolean };

type Deps = {
  readonly store: Pick<EntryStore, 'insert' | 'find'>;
  readonly now: () => Date;
  readonly random: () => number;
  /** A one-way digest of a text. */
  readonly digest: (text: string) => string;
  /** Told of a function of the form that failed. The entry is stored all the same. */
  readonly onFault?: OnFault;
};

/** Stores the answers once, however often they are sent. */
export async function submit(
  deps: Deps,
  submission: Submission,
): Promise<Result<Submitted, Problem>> {
  const answers = answersIn(submission, deps.onFault);
  if (!answers.ok) return isOutdated(submission) ? repeatOr(answers, deps, submission) : answers;
  const entry = newEntry(deps, submission, answers.value);
  const { existing, isClosed } = await deps.store.insert(entry);
  if (isClosed) return err({ code: 'gone' });
  if (!existing) return ok({ entry, replayed: false });
  return repeat(deps, submission, existing, answers.value);
}

function newEntry(
  { now, random, onFault }: Deps,
  { form, username, id, account }: Submission,
  answers: AnswersTo<Fields>,
): StoredEntry {
  const derived = derivedFor(form, answers, { random, onFault });
  const time = now().toISOString();
  return {
    id,
    form: form.id,
    formVersion: form.version,
    username,
    answers,
    ...(derived !== undefined && { derived }),
    ...(form.confirmation && account !== undefined && { confirmTo: account }),
    version: 1,
    createdAt: time,
    updatedAt: time,
  };
}

/** Answers the form does not understand any more may have been stored when it still did. */
async function repeatOr(
  refusal: Result<never, Problem>,
  deps: Deps,
  submission: Submission,
): Promise<Result<Submitted, Problem>> {
  const { form, username, id } = submission;
  const existing = await deps.store.find({ username, form: form.id, id });
  return existing ? repeat(deps, submission, existing) : refusal;
}

/** A repeat is answered as the first was, whatever has become of the entry since. */
function repeat(
  { digest }: Pick<Deps, 'digest'>,
  { form, body, formVersion }: Submission,
  existing: StoredEntry,
  answers?: AnswersTo<Fields>,
): Result<Submitted, Problem> {
  if (existing.deletedAt) return err({ code: 'gone' });
  const isFirst = (it: unknown) =>
    existing.submitted
      ? existing.submitted === digest(canonicalJson(it))
      : canonicalJson(existing.answers) === canonicalJson(it);
  const asUnderstood = answers !== undefined && isFirst(answers);
  if (!asUnderstood && !isFirst(body)) return err({ code: 'idempotency_key_reused' });
  if (!existing.submitted) return ok({ entry: asSubmitted(existing), replayed: true });
  const first = asUnderstood
    ? { answers, formVersion: form.version }
    : { answers: body as AnswersTo<Fields>, formVersion };
  return ok({ entry: asSubmitted({ ...existing, ...first }), replayed: true });
}

function asSubmitted(entry: Entry): Entry {
  return { ...entry, version: 1, updatedAt: entry.createdAt };
}
