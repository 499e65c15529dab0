import { canonicalJson } from '../canonical-json.ts';
import { inCurrentVersion } from '../entry.ts';
import type { OnFault } from '../fault.ts';
import type { AnswersTo, Fields, Form } from '../form.ts';
import type { Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import { change, type ChangeDeps, type Changed, type Target } from './change.ts';
import { answersOver, unaskable } from './keeping.ts';
import { answersIn, type Sent } from './sent.ts';

export type Revision = Target & Sent & { readonly ifVersion: number };

/**
 * Puts other answers in the place of an entry's own. What the server chose for it stays chosen, and what the
 * form of today cannot ask about stays answered: docs/decisions/0008-answers-to-an-earlier-version.md.
 */
export async function revise(
  deps: ChangeDeps & { readonly onFault?: OnFault },
  { form, body, formVersion, ...target }: Revision,
): Promise<Result<Changed, Problem>> {
  const sent = { form, body, formVersion };
  const answers = answersIn(sent, deps.onFault);
  if (!answers.ok && answers.problem.code !== 'invalid') return answers;
  const changed = await change(deps, {
    ...target,
    // As the form understands it now, and as it may have understood it the first time.
    meanings: answers.ok ? [answers.value, body] : [body],
    make: (current) => {
      if (current.deletedAt) return err({ code: 'gone' });
      // First: what may stay as it is, is what the sender has seen.
      if (target.ifVersion !== current.version) return err({ code: 'stale', current });
      const next = answersOver(form, inCurrentVersion(form, current, deps.onFault).answers, sent);
      if (!next.ok) return err({ code: 'invalid', errors: next.problem });
      const submitted = current.submitted ?? deps.digest(canonicalJson(current.answers));
      return ok({ ...current, answers: next.value, formVersion: form.version, submitted });
    },
  });
  if (!changed.ok || !changed.value.earlier) return changed;
  const asUnderstood = answers.ok && changed.value.earlier.meaning === answers.value;
  return ok(asItWas(form, changed.value, asUnderstood ? form.version : formVersion));
}

/** A repeat is answered as the first was, whatever has become of the entry since. */
function asItWas(form: Form, { entry, earlier }: Changed, formVersion: number): Changed {
  if (!earlier) return { entry };
  const { deletedAt: _, ...rest } = entry;
  const { meaning, version, at } = earlier;
  const answers = { ...unaskable(form, entry.answers), ...(meaning as AnswersTo<Fields>) };
  return { entry: { ...rest, answers, formVersion, version, updatedAt: at }, earlier };
}
