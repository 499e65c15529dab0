import { canonicalJson } from '../canonical-json.ts';
import type { Entry } from '../entry.ts';
import type { Form } from '../form.ts';
import type { Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import { sameJson } from '../same-json.ts';
import type { EntryStore, StoredEntry } from './store.ts';

export type Submission = {
  readonly form: Form;
  readonly username: string;
  readonly id: string;
  /** Of unknown origin: parsed here, whoever parsed it before. */
  readonly body: unknown;
};

export type Submitted = { readonly entry: Entry; readonly replayed: boolean };

type Deps = {
  readonly store: Pick<EntryStore, 'insert'>;
  readonly now: () => Date;
  readonly random: () => number;
  /** A one-way digest of a text. */
  readonly digest: (text: string) => string;
};

/** Stores the answers once, however often they are sent. */
export async function submit(
  { store, now, random, digest }: Deps,
  { form, username, id, body }: Submission,
): Promise<Result<Submitted, Problem>> {
  const parsed = form.parse(body);
  if (!parsed.ok) return err({ code: 'invalid', errors: parsed.problem });
  const answers = parsed.value;
  const derived = form.derive?.(answers, { random });
  const time = now().toISOString();
  const entry: Entry = {
    id,
    form: form.id,
    formVersion: form.version,
    username,
    answers,
    ...(derived !== undefined && { derived }),
    version: 1,
    createdAt: time,
    updatedAt: time,
  };
  const { existing } = await store.insert(entry);
  if (!existing) return ok({ entry, replayed: false });
  if (existing.deletedAt) return err({ code: 'gone' });
  const isSame = existing.submitted
    ? existing.submitted === digest(canonicalJson(answers))
    : sameJson(existing.answers, answers);
  if (!isSame) return err({ code: 'idempotency_key_reused' });
  return ok({ entry: asSubmitted(existing, answers), replayed: true });
}

/** A repeat is answered as the first was, whatever has become of the entry since. */
function asSubmitted(existing: StoredEntry, answers: Entry['answers']): Entry {
  const { createdAt } = existing;
  return { ...existing, answers, version: 1, updatedAt: createdAt };
}
