import { answerText, rawAnswerText } from '#core/form/answer-text.ts';
import { toCurrentAnswers, type VersionedAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { translateAttribute } from './translate-attribute.ts';

/** One answer, as people read it. */
type AnswerRow = {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly translate: 'no' | undefined;
};

/**
 * Answers in the order of the form, and then those to questions that were removed from it.
 * @param removedQuestion labels a removed question with its field's name
 */
export function answerRows(
  form: Form | undefined,
  { answers, formVersion }: VersionedAnswers,
  removedQuestion: (name: string) => string,
): readonly AnswerRow[] {
  const today = form ? toCurrentAnswers(form, { answers, formVersion }) : answers;
  const fields = form?.fields ?? {};
  const current = Object.entries(fields)
    .filter(([name]) => Object.hasOwn(today, name))
    .map(([name, field]) => ({
      name,
      label: field.label,
      text: answerText(field, today[name]),
      translate: translateAttribute(field),
    }));
  const removed = Object.entries(today)
    .filter(([name]) => !Object.hasOwn(fields, name))
    .map(([name, answer]) => ({
      name,
      label: form ? removedQuestion(name) : name,
      text: rawAnswerText(answer),
      translate: undefined,
    }));
  return [...current, ...removed];
}
