import type { OnFault } from '../fault.ts';
import type { AnswersTo, Fields, Form } from '../form.ts';
import type { Problem } from '../problem.ts';
import { err, type Result } from '../result.ts';

/** Answers on their way in. */
export type Sent = {
  readonly form: Form;
  /** Of unknown origin: parsed here, whoever parsed it before. */
  readonly body: unknown;
  /** The version of the form that the sender had. */
  readonly formVersion: number;
};

export function answersIn(
  { form, body, formVersion }: Sent,
  onFault?: OnFault,
): Result<AnswersTo<Fields>, Problem> {
  if (formVersion > form.version) return err({ code: 'form_version_unknown' });
  const parsed = form.parse(body, formVersion, onFault);
  return parsed.ok ? parsed : err({ code: 'invalid', errors: parsed.problem });
}

/** Whether the form may understand the same body otherwise than it did when it came the first time. */
export function isOutdated({ form, formVersion }: Sent): boolean {
  return formVersion < form.version;
}
