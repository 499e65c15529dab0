import type { Form } from '#core/form/define-form.ts';
import { rawAnswerText } from '#core/form/answer-text.ts';
import type { Response } from './response.ts';

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
