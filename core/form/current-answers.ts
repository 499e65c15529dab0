import type { OnFormError } from './safe-call.ts';
import { isBlank } from '../values/blank.ts';
import { isRecord } from '../values/is-record.ts';
import type { Form } from './define-form.ts';
import { migratedFor } from './form-functions.ts';
import { calculatedPaths, withoutCalculated } from './calculated-values.ts';
import { evaluateForm } from '../logic/evaluate-form.ts';
import { unknownDay } from '../logic/form-logic.ts';
import type { Questions } from './field.ts';
import { instancesIn } from './instances-in.ts';
import { getOwn } from '../values/own-property.ts';
import { parseAnswers } from './parse-answers.ts';

type Answers = { readonly [field: string]: unknown };

/** Answers, and the version of the form they were given to. Drafts of early versions of the app did not record it. */
export type VersionedAnswers = {
  readonly answers: Answers;
  readonly formVersion?: number | undefined;
  /** The day on which the entry was begun, if the form has logic. */
  readonly begunOn?: string | undefined;
};

/**
 * Converts answers to the current version of the form, field by field. Answers that the form no longer accepts
 * or no longer asks for are kept unchanged, so that no change of a form loses an answer.
 */
export function toCurrentAnswers(form: Form, given: VersionedAnswers): Answers {
  const answers = migrateAnswers(form, given) ?? given.answers;
  const parsed = Object.entries(form.fields).flatMap(([name, field]) => {
    const answer = getOwn(answers, name);
    if (isBlank(answer)) return [];
    const read = field.parse(answer);
    return read.ok ? [[name, read.value] as const] : [];
  });
  return { ...answers, ...Object.fromEntries(parsed) };
}

/** Like {@link toCurrentAnswers}, with defaults filled in: the answers as they would be sent again unchanged. */
export function toCurrentAnswersWithDefaults(form: Form, given: VersionedAnswers): Answers {
  const answers = toCurrentAnswers(form, given);
  const evaluation = evaluateForm(form, answers, { today: given.begunOn ?? unknownDay });
  return withFilledIn(form, answers, evaluation.answers());
}

/** Answers with those that are valid now. The others stay, inside repeats as well. */
function withFilledIn({ fields }: Questions, answers: Answers, valid: Answers): Answers {
  const filledIn = Object.entries(valid).map(([name, answer]) => {
    const questions = getOwn(fields, name)?.instances;
    const before = questions && instancesIn(getOwn(answers, name));
    const now = questions && instancesIn(answer);
    if (!before || !now || before.size === 0) return [name, answer] as const;
    const instances = [...before].map(([id, it]) => withFilledIn(questions, it, now.get(id) ?? {}));
    return [name, instances] as const;
  });
  return { ...answers, ...Object.fromEntries(filledIn) };
}

/** The answers that the current version of the form asks for, without calculated values. */
export function pickKnownAnswers(form: Form, answers: Answers): Answers {
  const known = Object.entries(answers).filter(([name]) => Object.hasOwn(form.fields, name));
  return withoutCalculated(Object.fromEntries(known), calculatedPaths(form));
}

/** The answers as the form's `migrate` converts them; `undefined` if they are current or it fails. */
export function migrateAnswers(
  form: Form,
  { answers, formVersion }: VersionedAnswers,
  onFormError?: OnFormError,
): Answers | undefined {
  const { version } = form;
  const from = formVersion ?? (parseAnswers(form, answers).ok ? version : version - 1);
  if (from >= version) return undefined;
  const made = migratedFor(form, answers, from, onFormError);
  return isRecord(made) ? made : undefined;
}
