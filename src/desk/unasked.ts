import { understood } from '#core/entries/understood.ts';
import type { Form } from '#core/form.ts';
import { unaskedInWords } from '#core/answer-in-words.ts';
import type { Response } from './response.ts';

/** A response as the form of today understands it: the server has the form that was deployed, and this page another. */
export function inTodaysForm(form: Form, response: Response): Response {
  return { ...response, answers: understood(form, response) };
}

/** What was answered to questions that the form does not ask any more, by the names they are stored under. */
export function unaskedOf({ fields }: Form, { answers }: Response): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(answers)
      .filter(([name]) => !Object.hasOwn(fields, name))
      .map(([name, answer]) => [name, unaskedInWords(answer)]),
  );
}
