import { canonicalJson } from '../canonical-json.ts';
import { own } from '../own.ts';

type Answers = { readonly [field: string]: unknown };

export type Sides = {
  /** What both began from. Where nobody knows, all that differs is for a person to decide. */
  readonly base: Answers | undefined;
  readonly mine: Answers;
  readonly theirs: Answers;
};

export type Merged = {
  /** All that nobody has to decide. */
  readonly answers: Answers;
  /** The fields that both sides have changed, and not to the same answer. They are not among the answers. */
  readonly conflicts: readonly string[];
};

/**
 * Two changes to the same answers as one, field by field: who changed a field has the say about it. Taking
 * an answer away is a change like any other.
 */
export function merge({ base, mine, theirs }: Sides): Merged {
  const answers: (readonly [field: string, answer: unknown])[] = [];
  const conflicts: string[] = [];
  // Sorted, so that it does not matter which of the sides is called mine.
  for (const field of [...new Set([...namesIn(mine), ...namesIn(theirs)])].toSorted()) {
    const [were, ours, others] = [base ?? {}, mine, theirs].map((it) => own(it, field));
    if (isSame(ours, others)) answers.push([field, ours]);
    else if (base && isSame(ours, were)) answers.push([field, others]);
    else if (base && isSame(others, were)) answers.push([field, ours]);
    else conflicts.push(field);
  }
  return {
    answers: Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)),
    conflicts,
  };
}

/** Whether two answers, or all the answers of two sides, say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function namesIn(answers: Answers): readonly string[] {
  return Object.keys(answers);
}
