import type { Random } from './random-source.ts';

/** What logic may read, and what kind of answer that is. */
export type Known = {
  readonly name: string;
  readonly is: 'number' | 'text' | 'choice' | 'choices' | 'date' | 'consent' | 'list';
};

type Answers = { readonly [name: string]: unknown };
type Predicate = (answers: Answers) => boolean | undefined;

/** A condition on some answers, as authors write them. Some fail, and some return nothing. */
export function randomPredicate(random: Random, known: readonly Known[], depth = 0): Predicate {
  if (depth < 2 && random.isTrue(0.3)) {
    const [one, other] = [depth + 1, depth + 1].map((it) => randomPredicate(random, known, it));
    if (!one || !other) throw new RangeError('Two were asked for.');
    return random.isTrue(0.5)
      ? (answers) => one(answers) === true && other(answers) === true
      : (answers) => one(answers) === true || other(answers) === true;
  }
  const { name, is } = random.pick(known);
  if (random.isTrue(0.2)) return (answers) => answers[name] !== undefined;
  // Fails while it is not answered.
  if (random.isTrue(0.05)) return (answers) => (answers[name] as string).length !== 0;
  return comparison(random, name, is);
}

function comparison(random: Random, name: string, is: Known['is']): Predicate {
  const limit = random.from(-3, 15);
  const option = random.pick(['a', 'b', 'c']);
  const comparisons: { readonly [Is in Known['is']]: (answer: unknown) => boolean } = {
    number: (answer) => Number(answer) > limit,
    text: (answer) => String(answer).length > 3,
    choice: (answer) => answer === option,
    choices: (answer) => Array.isArray(answer) && answer.includes(option),
    date: (answer) => String(answer) < '2026-01-01',
    consent: (answer) => answer === true,
    list: (answer) => Array.isArray(answer) && answer.length > 1,
  };
  const compare = comparisons[is];
  return (answers) => (answers[name] === undefined ? undefined : compare(answers[name]));
}
