import { rawAnswerText } from '#core/form/answer-text.ts';
import { toCurrentAnswers, type VersionedAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { hasLogic } from '#core/logic/has-logic.ts';
import { notRelevantIn } from '#core/logic/not-relevant.ts';
import { questionRows, type AnswerRow } from './question-rows.ts';

/**
 * Answers in the order of the form, then the calculated values that have a label, and then answers to questions
 * that were removed from it. In a form with conditions, a question that was left blank has a row without a text,
 * so that it differs from one that was not asked.
 * @param removedQuestion labels a removed question with its field's name
 */
export function answerRows(
  form: Form | undefined,
  given: VersionedAnswers,
  removedQuestion: (name: string) => string,
): readonly AnswerRow[] {
  if (!form) return rawRows(given.answers, (name) => name);
  const answers = toCurrentAnswers(form, given);
  const { fields, calculate = {} } = form;
  const notRelevant = notRelevantIn(form, { ...given, answers });
  const isRelevant = (path: string) => !notRelevant.has(path);
  const hasRow = (path: string) => hasLogic(form) && isRelevant(path);
  const removed = Object.fromEntries(
    Object.entries(answers).filter(
      ([name]) => !Object.hasOwn(fields, name) && !Object.hasOwn(calculate, name),
    ),
  );
  return [
    ...questionRows(form, answers, { isRelevant, hasRow }),
    ...rawRows(removed, removedQuestion),
  ];
}

function rawRows(
  answers: VersionedAnswers['answers'],
  label: (name: string) => string,
): readonly AnswerRow[] {
  return Object.entries(answers).map(([name, answer]) => ({
    name,
    label: label(name),
    text: rawAnswerText(answer),
    translate: undefined,
    isRelevant: true,
  }));
}
