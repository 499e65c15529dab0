import type { OnFault } from '../fault.ts';
import { isBlank } from '../fields/make-field.ts';
import type { Form } from '../form.ts';
import { migratedFor } from '../form-functions.ts';
import { own } from '../own.ts';

type Answers = { readonly [field: string]: unknown };

/** Answers, and the version of the form they were given to: nobody knows it of what an earlier app has kept. */
export type Given = { readonly answers: Answers; readonly formVersion?: number | undefined };

/**
 * Answers as the form of today understands them, field by field. What it does not understand or no longer
 * asks for stays as it is: whatever becomes of a form, nothing that was answered is lost on the way.
 */
export function understood(form: Form, given: Given): Answers {
  const answers = migrated(form, given) ?? given.answers;
  const parsed = Object.entries(form.fields).flatMap(([name, field]) => {
    const answer = own(answers, name);
    if (isBlank(answer)) return [];
    const read = field.parse(answer);
    return read.ok ? [[name, read.value] as const] : [];
  });
  return { ...answers, ...Object.fromEntries(parsed) };
}

/** The same, and what a form takes for answered where nothing is: as it would be sent again untouched. */
export function asSentAgain(form: Form, given: Given): Answers {
  const answers = understood(form, given);
  const defaults = Object.entries(form.fields).flatMap(([name, field]) => {
    const untouched = isBlank(own(answers, name)) ? field.parse(undefined) : undefined;
    return untouched?.ok ? [[name, untouched.value] as const] : [];
  });
  return { ...answers, ...Object.fromEntries(defaults) };
}

/** Without what the form of today does not ask for. */
export function askedFor({ fields }: Form, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([name]) => Object.hasOwn(fields, name)),
  );
}

/** What the form's `migrate` makes of answers to an earlier version, if it makes anything of them. */
export function migrated(
  form: Form,
  { answers, formVersion }: Given,
  onFault?: OnFault,
): Answers | undefined {
  const { version } = form;
  const from = formVersion ?? (form.parse(answers).ok ? version : version - 1);
  if (from >= version) return undefined;
  const made = migratedFor(form, answers, from, onFault);
  return isAnswers(made) ? made : undefined;
}

function isAnswers(it: unknown): it is Answers {
  return typeof it === 'object' && it !== null && !Array.isArray(it);
}
