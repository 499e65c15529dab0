import type { Entry } from '../entry.ts';
import type { Form } from '../form.ts';
import type { Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import { sameJson } from '../same-json.ts';
import type { EntryStore } from './store.ts';

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
};

/** Stores the answers once, however often they are sent. */
export async function submit(
  { store, now, random }: Deps,
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
  return sameJson(existing.answers, answers)
    ? ok({ entry: existing, replayed: true })
    : err({ code: 'idempotency_key_reused' });
}
