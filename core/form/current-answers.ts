import type { OnFormError } from './safe-call.ts';
import { isBlank } from '../values/blank.ts';
import { isRecord } from '../values/is-record.ts';
import type { Form } from './define-form.ts';
import { migratedFor } from './form-functions.ts';
import { getOwn } from '../values/own-property.ts';

type Answers = { readonly [field: string]: unknown };

/** Answers, and the version of the form they were given to. Drafts of early versions of the app did not record it. */
export type VersionedAnswers = {
  readonly answers: Answers;
  readonly formVersion?: number | undefined;
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
  const defaults = Object.entries(form.fields).flatMap(([name, field]) => {
    const untouched = isBlank(getOwn(answers, name)) ? field.parse(undefined) : undefined;
    return untouched?.ok ? [[name, untouched.value] as const] : [];
  });
  return { ...answers, ...Object.fromEntries(defaults) };
}

/** The answers that the current version of the form asks for. */
export function pickKnownAnswers({ fields }: Form, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([name]) => Object.hasOwn(fields, name)),
  );
}

/** The answers as the form's `migrate` converts them; `undefined` if they are current or it fails. */
export function migrateAnswers(
  form: Form,
  { answers, formVersion }: VersionedAnswers,
  onFormError?: OnFormError,
): Answers | undefined {
  const { version } = form;
  const from = formVersion ?? (form.parse(answers).ok ? version : version - 1);
  if (from >= version) return undefined;
  const made = migratedFor(form, answers, from, onFormError);
  return isRecord(made) ? made : undefined;
}
