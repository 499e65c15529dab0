import { calculatedValues } from '#core/form/calculated-values.ts';
import type { Form } from '#core/form/define-form.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { responsesMessages } from '../../../messages/en/responses.ts';
import { questionRows, type AnswerRow } from '../../entry/question-rows.ts';
import type { CurrentResponse } from './current-response.ts';
import { calculatedText, localizedAnswer } from './localized-answer.ts';
import { unaskedAnswers } from './unasked-answers.ts';

type Messages = typeof responsesMessages;

/** All that an owner reads of a response: its answers, the values calculated of them, and answers to removed questions. */
export function rowsOfResponse(
  form: Form,
  { response, notRelevant }: CurrentResponse,
  messages: Messages,
): readonly AnswerRow[] {
  const answers: { readonly [name: string]: unknown } = response.answers;
  const further = { translate: undefined, isRelevant: true };
  return [
    ...questionRows({ ...form, calculatedLabels: undefined }, answers, {
      isRelevant: (path) => !notRelevant.has(path),
      hasRow: () => true,
      textFor: localizedAnswer,
    }),
    ...calculatedValues(form).map(({ name, label = name }) => ({
      ...further,
      name,
      label,
      text: calculatedText(getOwn(answers, name)) || messages.notCalculated,
    })),
    ...[...unaskedAnswers(form, response)].map(([name, text]) => ({
      ...further,
      name,
      label: messages.removedQuestion(name),
      text,
    })),
  ];
}

/** Instead of an answer. */
export const missingIn =
  ({ notAnswered, notRelevant }: Messages) =>
  ({ isRelevant }: AnswerRow): string =>
    isRelevant ? notAnswered : notRelevant;
