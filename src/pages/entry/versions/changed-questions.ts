import { answerText, rawAnswerText } from '#core/form/answer-text.ts';
import { toCurrentAnswers, type VersionedAnswers } from '#core/form/current-answers.ts';
import type { Form } from '#core/form/define-form.ts';
import { answersAsText, fillIn } from '#core/form/placeholders.ts';
import { getOwn } from '#core/values/own-property.ts';
import { isSameJson } from '#core/values/canonical-json.ts';

/** A question whose answer is another than in the version before. */
export type ChangedQuestion = {
  readonly name: string;
  readonly label: string;
  /** `''` if it was not answered. */
  readonly before: string;
  readonly after: string;
};

/**
 * The questions that two versions answer differently, in the order of the form, calculated values included.
 * @param removedQuestion labels a removed question with its field's name
 */
export function changedQuestions(
  form: Form,
  {
    before: was,
    after: is,
  }: { readonly before: VersionedAnswers; readonly after: VersionedAnswers },
  removedQuestion: (name: string) => string,
): readonly ChangedQuestion[] {
  const [before, after] = [toCurrentAnswers(form, was), toCurrentAnswers(form, is)];
  const { fields, calculate = {}, calculatedLabels = {} } = form;
  const known = [...Object.keys(fields), ...Object.keys(calculate)];
  const textOf = answersAsText(form, after);
  const names = new Set([...known, ...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => !isSameJson(getOwn(before, name), getOwn(after, name)))
    .map((name) => {
      const field = getOwn(fields, name);
      const text = (answer: unknown) => {
        if (answer === undefined) return '';
        return field ? answerText(field, answer) : rawAnswerText(answer);
      };
      const isKnown = known.includes(name);
      const own = field?.label ?? getOwn(calculatedLabels, name) ?? name;
      return {
        name,
        label: isKnown ? fillIn(own, textOf) : removedQuestion(name),
        before: text(getOwn(before, name)),
        after: text(getOwn(after, name)),
      };
    });
}
