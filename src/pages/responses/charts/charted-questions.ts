import type { Field, Questions } from '#core/form/field.ts';
import { instancesIn } from '#core/form/instances-in.ts';
import { withFallbacks } from '#core/form/placeholders.ts';
import { questionsOf } from '#core/form/questions.ts';
import { getOwn } from '#core/values/own-property.ts';
import type { ResponseRow } from '../data/response-row.ts';

type Answers = { readonly [name: string]: unknown };

export type ChartedQuestion = {
  /** `people/age` inside a repeat. */
  readonly path: string;
  /** `People: Age` */
  readonly label: string;
  readonly field: Field;
};

/** The questions of a form, and those inside its repeats, of which all instances are drawn together. */
export function chartedQuestions(
  questions: Questions,
  around = { path: '', label: '' },
): readonly ChartedQuestion[] {
  return questionsOf(questions).flatMap(([name, field]) => {
    const path = around.path + name;
    const label = around.label + withFallbacks(field.label);
    const inside = { path: `${path}/`, label: `${label}: ` };
    const inner = field.instances ? chartedQuestions(field.instances, inside) : [];
    return [{ path, label, field }, ...inner];
  });
}

/** The answer of a response to a question that is in no repeat; `undefined` if it was not asked or not answered. */
export function answerTo({ response, notRelevant }: ResponseRow, path: string): unknown {
  return notRelevant.has(path) ? undefined : getOwn<unknown>(response.answers, path);
}

/** All answers at a path: inside a repeat, one for each instance. */
export function answersAt(answers: Answers, path: string): readonly unknown[] {
  const [name = '', ...inner] = path.split('/');
  const answer = getOwn(answers, name);
  if (inner.length === 0) return [answer];
  const instances = [...(instancesIn(answer)?.values() ?? [])];
  return instances.flatMap((it) => answersAt(it, inner.join('/')));
}
