import { instanceName } from '../logic/instance-name.ts';
import { getOwn } from '../values/own-property.ts';
import { answerText } from './answer-text.ts';
import { fieldOf } from './field-of.ts';
import type { Questions } from './field.ts';
import { instancesIn } from './instances-in.ts';

type Answers = { readonly [field: string]: unknown };

/** What a path leads to: a field, `people/<id>/age` inside a repeat, or the whole instance `people/<id>`. */
export type QuestionAt = {
  /** `People: Ann: Age` */
  readonly label: string;
  /** The answer there as text; `''` if there is none. */
  readonly text: string;
};

export function questionAt(questions: Questions, path: string, answers: Answers): QuestionAt {
  const [name = '', id, ...inner] = path.split('/');
  const field = getOwn(questions.fields, name);
  const answer = getOwn(answers, name);
  if (!field || !field.instances || id === undefined)
    return { label: field?.label ?? name, text: field ? answerText(field, answer) : '' };
  const instance = instancesIn(answer)?.get(id);
  const own = instance && instanceName(field.instances, instance);
  const label = own === undefined ? field.label : `${field.label}: ${own}`;
  if (inner.length === 0) return { label, text: instance ? answerText(field, [instance]) : '' };
  const at = questionAt(field.instances, inner.join('/'), instance ?? {});
  return { ...at, label: `${label}: ${at.label}` };
}

/** Paths in the order of the form. */
export function inFormOrder({ fields }: Questions, paths: readonly string[]): readonly string[] {
  const names = Object.keys(fields);
  const index = (path: string) => names.indexOf(fieldOf(path));
  return paths.toSorted((one, other) => index(one) - index(other));
}
