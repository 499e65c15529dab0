import { toCurrentAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { rawAnswerText } from '#core/form/answer-text.ts';
import type { Response } from './response.ts';

/** A response migrated to the current form: server and page may have different versions of the form. */
export function inCurrentForm(form: Form, response: Response): Response {
  return { ...response, answers: toCurrentAnswers(form, response) };
}

/** Answers to questions that the form no longer asks, by field name. */
export function unaskedAnswers(
  { fields, calculate }: Form,
  { answers }: Response,
): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(answers)
      .filter(
        ([name]) => !Object.hasOwn(fields, name) && !(calculate && Object.hasOwn(calculate, name)),
      )
      .map(([name, answer]) => [name, rawAnswerText(answer)]),
  );
}
