import { answerText, rawAnswerText } from '#core/form/answer-text.ts';
import { calculatedValues } from '#core/form/calculated-values.ts';
import type { Field, Questions } from '#core/form/field.ts';
import { instancesIn } from '#core/form/instances-in.ts';
import { answersAsText, fillIn, type TextOf } from '#core/form/placeholders.ts';
import { questionsOf } from '#core/form/questions.ts';
import { instanceName } from '#core/logic/instance-name.ts';
import { getOwn } from '#core/values/own-property.ts';
import { translateAttribute } from './translate-attribute.ts';

/** One answer, as people read it. */
export type AnswerRow = {
  readonly name: string;
  readonly label: string;
  /** `''` if it was left blank. */
  readonly text: string;
  readonly translate: 'no' | undefined;
  /** Whether the question was asked. */
  readonly isRelevant: boolean;
  /** Of a repeat. */
  readonly instances?: readonly InstanceRows[] | undefined;
};

/** One instance of a repeat, with its answers. */
export type InstanceRows = {
  readonly id: string;
  /** What an instance is called, as in `Person 2`. */
  readonly one: string;
  readonly number: number;
  /** By its answers: `Ann`. */
  readonly ownName: string | undefined;
  readonly rows: readonly AnswerRow[];
};

type Reading = {
  /** Whether the question at a path was asked. */
  readonly isRelevant: (path: string) => boolean;
  /** Whether a question without an answer has a row. */
  readonly hasRow: (path: string) => boolean;
  /** An answer as text; as in the form by default. */
  readonly textFor?: (field: Field, answer: unknown) => string;
  /** The answers around an instance as text. */
  readonly outer?: TextOf;
};

type Answers = { readonly [name: string]: unknown };

/** The answers to questions in their order, and then the calculated values that have a label. */
export function questionRows(
  questions: Questions,
  answers: Answers,
  reading: Reading,
  path = '',
): readonly AnswerRow[] {
  const { isRelevant, hasRow, textFor = answerText, outer } = reading;
  const textOf = answersAsText(questions, answers, outer);
  const asAnswered = questionsOf(questions)
    .filter(([name]) => Object.hasOwn(answers, name) || hasRow(path + name))
    .map(([name, field]) => ({
      name,
      label: fillIn(field.label, textOf),
      text: textFor(field, getOwn(answers, name)),
      translate: translateAttribute(field),
      isRelevant: isRelevant(path + name),
      instances: instanceRows(
        field,
        getOwn(answers, name),
        { ...reading, outer: textOf },
        path + name,
      ),
    }));
  const calculated = calculatedValues(questions).flatMap(({ name, label }) =>
    label === undefined || !Object.hasOwn(answers, name)
      ? []
      : [
          {
            name,
            label,
            text: rawAnswerText(getOwn(answers, name)),
            translate: undefined,
            isRelevant: true,
          },
        ],
  );
  return [...asAnswered, ...calculated];
}

/** The instances in an answer; `undefined` if it has none. @param path of the repeat */
export function instanceRows(
  { instances: questions, control, label }: Field,
  answer: unknown,
  reading: Reading,
  path: string,
): readonly InstanceRows[] | undefined {
  const instances = questions && [...(instancesIn(answer)?.entries() ?? [])];
  if (!questions || !instances || instances.length === 0) return undefined;
  const one = ('one' in control && control.one) || label;
  return instances.map(([id, answers], i) => ({
    id,
    one,
    number: i + 1,
    ownName: instanceName(questions, answers),
    rows: questionRows(questions, answers, reading, `${path}/${id}/`),
  }));
}
