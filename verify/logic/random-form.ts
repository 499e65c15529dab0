import {
  choice,
  choices,
  consent,
  currency,
  date,
  longText,
  month,
  number,
  pattern,
  rating,
  repeat,
  slider,
  text,
  time,
} from '#core/fields/index.ts';
import type { Field } from '#core/form/field.ts';
import { defineForm, type Form } from '#core/form/define-form.ts';
import { randomPredicate, type Known } from './random-predicate.ts';
import { randomSource, type Random } from './random-source.ts';

type Questions = {
  readonly fields: Record<string, Field>;
  readonly logic: Readonly<Record<string, unknown>>;
  /** Everything that later logic may read. */
  readonly known: readonly Known[];
};

/**
 * A form with conditions, calculated values, limits, defaults, offered options, rules, repeats and sections. The
 * same seed makes the same form on every computer: its functions could not be sent.
 */
export function randomForm(seed: number): Form {
  const random = randomSource(seed);
  const { fields, logic } = randomQuestions(random, { prefix: 'q', count: random.from(2, 12) });
  const form = {
    id: 'random',
    version: 1,
    title: 'A random form',
    action: 'Send',
    fields,
    ...logic,
    ...(random.isTrue(0.3) && { sections: randomSections(random, fields) }),
  };
  return defineForm(form as Parameters<typeof defineForm>[0]) as Form;
}

type Logic = Record<string, unknown>;

type Shape = {
  readonly prefix: string;
  readonly count: number;
  /** What the form around a repeat has asked before it. */
  readonly outer?: readonly Known[];
};

function randomQuestions(random: Random, { prefix, count, outer }: Shape): Questions {
  const known: Known[] = [...(outer ?? [])];
  const fields: Record<string, Field> = {};
  const when: Logic = {};
  const calculate: Logic = {};
  const bounds: Logic = {};
  const defaults: Logic = {};
  const offered: Logic = {};
  const rules: unknown[] = [];
  for (let i = 0; i < count; i += 1) {
    const name = `${prefix}${i}`;
    const isRepeat = !outer && random.isTrue(0.15);
    const made = isRepeat ? randomRepeat(random, name, known) : randomField(random, known);
    const { field, is } = made;
    fields[name] = field;
    if (known.length > 0) {
      if (random.isTrue(0.45)) when[name] = randomPredicate(random, known);
      const earlier = random.pick(known);
      if (is === 'number' && earlier.is === 'number' && random.isTrue(0.3))
        bounds[name] = (answers: Answers) => ({ max: answers[earlier.name] });
      if (is === earlier.is && field.required && random.isTrue(0.2))
        defaults[name] = (answers: Answers) => answers[earlier.name];
      if (is === 'choice' && random.isTrue(0.2)) {
        const isMet = randomPredicate(random, known);
        offered[name] = (answers: Answers, { value }: { readonly value: string }) =>
          value !== 'b' || isMet(answers);
      }
      if (random.isTrue(0.25))
        rules.push({
          at: name,
          broken: randomPredicate(random, [...known, { name, is }]),
          message: `Change {${earlier.name}|this}`,
          ...(random.isTrue(0.4) && { soft: true }),
        });
    }
    known.push({ name, is });
    if (random.isTrue(0.2)) {
      const total = `${prefix}total${i}`;
      calculate[total] = randomCalculation(random, known);
      known.push({ name: total, is: 'number' });
    }
  }
  return { fields, logic: { when, calculate, bounds, defaults, offered, rules }, known };
}

type Answers = { readonly [name: string]: unknown };

/** Mentions an earlier answer, sometimes. */
function randomLabel(random: Random, known: readonly Known[]): string {
  return known.length > 0 && random.isTrue(0.3)
    ? `What about {${random.pick(known).name}|it}?`
    : 'What?';
}

function randomField(
  random: Random,
  known: readonly Known[],
): { readonly field: Field; readonly is: Known['is'] } {
  const is = random.pick(['number', 'text', 'choice', 'choices', 'date', 'consent'] as const);
  const optional = random.isTrue(0.4);
  const common = { label: randomLabel(random, known), ...(optional && { optional: true }) };
  const options = [
    ['a', 'A'],
    ['b', 'B'],
    ['c', 'C'],
  ] as const;
  const made: { readonly [Is in typeof is]: () => Field } = {
    number: () =>
      random.pick([
        () => number({ ...common, min: -5, max: 20 }),
        () => number({ ...common, min: -5, max: 20 }),
        () => slider({ ...common, min: -5, max: 20, step: 0.5 }),
        () => rating({ ...common, max: 7 }),
        () => currency({ ...common, currency: 'EUR', max: 20 }),
      ])(),
    text: () =>
      random.pick([
        () => text({ ...common, max: 40 }),
        () => text({ ...common, max: 40 }),
        () => longText({ ...common, max: 40, wordLimit: 2, example: 'Ann' }),
        () => time({ ...common, optional: true }),
        () => month({ ...common, optional: true }),
        () =>
          pattern({
            ...common,
            pattern: /[A-Z].*|a well/,
            message: `${common.label} Enter a name`,
            example: 'Ann',
          }),
      ])(),
    choice: () =>
      !optional && random.isTrue(0.3)
        ? choice({ label: common.label, options, default: 'a' })
        : choice({ ...common, options }),
    choices: () => choices({ ...common, options }),
    date: () => date(common),
    consent: () => consent({ ...common, statement: 'I agree' }),
  };
  return { is, field: made[is]() };
}

function randomRepeat(
  random: Random,
  name: string,
  known: readonly Known[],
): { readonly field: Field; readonly is: 'list' } {
  const count = known.find((it) => it.is === 'number');
  const { fields, logic } = randomQuestions(random, {
    prefix: `${name}in`,
    count: random.from(1, 4),
    outer: known.filter((it) => it.is !== 'list'),
  });
  const options = {
    label: 'Which?',
    fields,
    ...logic,
    max: 5,
    ...(random.isTrue(0.5) && { optional: true }),
    ...(count && random.isTrue(0.3) && { count: count.name }),
  };
  return { is: 'list', field: repeat(options as Parameters<typeof repeat>[0]) as Field };
}

/** The sum of some numbers, the length of a list, or a mistake for some answers. */
function randomCalculation(random: Random, known: readonly Known[]) {
  const read = known.filter(() => random.isTrue(0.5));
  const hasMistake = random.isTrue(0.1);
  return (answers: Answers) => {
    if (hasMistake && answers[known[0]?.name ?? ''] === undefined) throw new RangeError('mistake');
    const numbers = read.map(({ name, is }) => {
      const answer = answers[name];
      return is === 'list' && Array.isArray(answer) ? answer.length : answer;
    });
    const given = numbers.filter((it) => typeof it === 'number');
    return given.length === 0 ? undefined : given.reduce((sum, it) => sum + it, 0);
  };
}

/** Two sections, the second with a condition on the first. */
function randomSections(random: Random, fields: Record<string, Field>): readonly unknown[] {
  const names = Object.keys(fields);
  const middle = random.from(1, names.length - 1);
  const [first] = names;
  return [
    { title: 'First', fields: names.slice(0, middle) },
    {
      title: 'Second',
      fields: names.slice(middle),
      when: (answers: Answers) => answers[first ?? ''] !== undefined,
    },
  ];
}
