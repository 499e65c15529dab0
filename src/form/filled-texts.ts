import type { Issue } from '#core/form/answers.ts';
import type { Field, Questions } from '#core/form/field.ts';
import {
  answersAsText,
  fillIn,
  fillInField,
  mentionedIn,
  type TextOf,
} from '#core/form/placeholders.ts';
import type { Evaluation } from '#core/logic/evaluation.ts';
import { getOwn } from '#core/values/own-property.ts';

/**
 * Fills answers into the texts of fields, as `fillInField` does. As long as a field and its texts are the same, so
 * is the result: the page does not draw it again.
 */
export function createFieldFiller(): (path: string, field: Field, textOf: TextOf) => Field {
  const latest = new Map<string, Filled>();
  return (path, field, textOf) => {
    const names = mentionedIn(field);
    if (names.length === 0) return field;
    const texts = names.map((name) => textOf(name) ?? '').join('\n');
    const before = latest.get(path);
    if (before?.from === field && before.texts === texts) return before.filled;
    const filled = fillInField(field, textOf);
    latest.set(path, { from: field, texts, filled });
    return filled;
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
