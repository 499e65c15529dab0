import type { Issue } from '#core/form/answers.ts';
import type { Form } from '#core/form/define-form.ts';
import type { Field, Questions } from '#core/form/field.ts';
import {
  answersAsText,
  fillIn,
  fillInField,
  mentionedIn,
  mentionedInFields,
  mentionedInParts,
  type TextOf,
} from '#core/form/placeholders.ts';
import type { Evaluation } from '#core/logic/evaluation.ts';
import { getOwn } from '#core/values/own-property.ts';

/** The texts of a form with the answers of one moment in them. */
export type FilledTexts = {
  /** The answers that the form's texts mention. */
  readonly textOf: TextOf;
  readonly fillIn: (text: string) => string;
  /**
   * A field with answers in its texts. As long as a field and its texts are the same, so is the result: the page does
   * not draw it again.
   * @param textOf of a repeat's instance: its own answers
   */
  readonly fillField: (path: string, field: Field, textOf?: TextOf) => Field;
};

/**
 * Makes the texts of a form, for one moment after another.
 * @returns a function of the answers, and of the fields that are asked: to look for names in all others takes longer
 * than to draw a page of them
 */
export function createTexts(
  form: Form,
): (answers: Evaluation['answersSoFar'], fields: readonly Field[]) => FilledTexts {
  const inParts = mentionedInParts(form);
  const latest = new Map<string, Filled>();
  return (answers, fields) => {
    const mentioned = new Set([...inParts, ...mentionedInFields(fields)]);
    const read = answersAsText(form, answers);
    // All at once, so that they stay those of this moment.
    const texts = Object.fromEntries([...mentioned].map((name) => [name, read(name)]));
    const textOfForm: TextOf = (name) => getOwn(texts, name);
    return {
      textOf: textOfForm,
      fillIn: (text) => fillIn(text, textOfForm),
      fillField(path, field, textOf = textOfForm) {
        const names = mentionedIn(field);
        if (names.length === 0) return field;
        const used = names.map((name) => textOf(name) ?? '').join('\n');
        const before = latest.get(path);
        if (before?.from === field && before.texts === used) return before.filled;
        const filled = fillInField(field, textOf);
        latest.set(path, { from: field, texts: used, filled });
        return filled;
      },
    };
  };
}

type Filled = { readonly from: Field; readonly texts: string; readonly filled: Field };

/** The issue with answers in its message, those of its own instance first. */
export function filledIssue(
  questions: Questions,
  evaluation: Evaluation,
  issue: Issue,
  outer?: TextOf,
): Issue {
  const textOf = answersAsText(questions, evaluation.answersSoFar, outer);
  const [name = '', id, ...inner] = issue.field.split('/');
  const instances = getOwn(questions.fields, name)?.instances;
  const instance = evaluation.instances(name).find((it) => it.id === id);
  if (!instances || !instance) return { ...issue, message: fillIn(issue.message, textOf) };
  const { message } = filledIssue(
    instances,
    instance,
    { ...issue, field: inner.join('/') },
    textOf,
  );
  return { ...issue, message };
}
