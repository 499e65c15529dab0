import { canonicalJson } from '../canonical-json.ts';
import type { AnswersTo, Fields, Form } from '../form.ts';
import type { Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import { change, type ChangeDeps, type Changed, type Target } from './change.ts';

export type Revision = Target & {
  readonly form: Form;
  readonly ifVersion: number;
  /** Of unknown origin: parsed here, whoever parsed it before. */
  readonly body: unknown;
};

/** Puts other answers in the place of an entry's own. What the server chose for it stays chosen. */
export async function revise(
  deps: ChangeDeps,
  { form, body, ...target }: Revision,
): Promise<Result<Changed, Problem>> {
  const parsed = form.parse(body);
  if (!parsed.ok) return err({ code: 'invalid', errors: parsed.problem });
  const answers = parsed.value;
  const changed = await change(deps, {
    ...target,
    meanings: [answers],
    make: (current) => {
      if (current.deletedAt) return err({ code: 'gone' });
      const submitted = current.submitted ?? deps.digest(canonicalJson(current.answers));
      return ok({ ...current, answers, formVersion: form.version, submitted });
    },
  });
  return changed.ok ? ok(asItWas(changed.value)) : changed;
}

/** A repeat is answered as the first was, whatever has become of the entry since. */
function asItWas({ entry, earlier }: Changed): Changed {
  if (!earlier) return { entry };
  const { deletedAt: _, ...rest } = entry;
  const { meaning, version, at } = earlier;
  const answers = meaning as AnswersTo<Fields>;
  return { entry: { ...rest, answers, version, updatedAt: at }, earlier };
}
