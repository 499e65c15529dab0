import type { OnFormError } from '../form/safe-call.ts';
import type { AnswersTo, Fields, Form } from '../form/define-form.ts';
import type { Problem } from '../api/problem.ts';
import { err, type Result } from '../values/result.ts';

/** Answers as they are sent to the API. */
export type AnswersInput = {
  readonly form: Form;
  /** Of unknown origin, and not parsed yet. */
  readonly body: unknown;
  /** The version of the form that the sender used. */
  readonly formVersion: number;
};

export function parseAnswersInput(
  { form, body, formVersion }: AnswersInput,
  onFormError?: OnFormError,
): Result<AnswersTo<Fields>, Problem> {
  if (formVersion > form.version) return err({ code: 'form_version_unknown' });
  const parsed = form.parse(body, formVersion, onFormError);
  return parsed.ok ? parsed : err({ code: 'invalid', errors: parsed.problem });
}

/** Whether the form has changed since, and may parse the same body differently than the first time it was sent. */
export function isFromOlderForm({ form, formVersion }: AnswersInput): boolean {
  return formVersion < form.version;
}
