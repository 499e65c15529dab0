import type { OnFormError } from '../form/safe-call.ts';
import type { AnswersTo, Fields, Issue } from '../form/answers.ts';
import type { Form } from '../form/define-form.ts';
import { withFallbacks } from '../form/placeholders.ts';
import type { Problem } from '../api/problem.ts';
import type { Invitation } from '../invitations/invitation.ts';
import { err, type Result } from '../values/result.ts';
import { parseAnswers } from '../form/parse-answers.ts';

/** Answers as they are sent to the API. */
export type AnswersInput = {
  readonly form: Form;
  /** Of unknown origin, and not parsed yet. */
  readonly body: unknown;
  /** The version of the form that the sender used. */
  readonly formVersion: number;
  /** The day on which the entry was begun: what the form's logic calls `today`. */
  readonly begunOn?: string | undefined;
  /** When the sender saved them, by their clock: ISO 8601. */
  readonly savedAt?: string | undefined;
  /** Of whoever sends them, if they are here by a personal link. */
  readonly invitation?: Invitation | undefined;
};

export function parseAnswersInput(
  { form, body, formVersion, begunOn }: AnswersInput,
  onFormError?: OnFormError,
): Result<AnswersTo<Fields>, Problem> {
  if (formVersion > form.version) return err({ code: 'form_version_unknown' });
  const parsed = parseAnswers(form, body, { version: formVersion, today: begunOn, onFormError });
  return parsed.ok ? parsed : err({ code: 'invalid', errors: parsed.problem.map(withoutAnswers) });
}

/** A problem never quotes what was sent, so a message that mentions an answer has its fallback instead. */
export function withoutAnswers({ field, message }: Issue): Issue {
  return { field, message: withFallbacks(message) };
}

/** Whether the form has changed since, and may parse the same body differently than the first time it was sent. */
export function isFromOlderForm({ form, formVersion }: AnswersInput): boolean {
  return formVersion < form.version;
}
