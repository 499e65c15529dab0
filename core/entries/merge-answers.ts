import { isSameJson } from '../values/canonical-json.ts';
import { getOwn } from '../values/own-property.ts';

type Answers = { readonly [field: string]: unknown };

export type MergeInput = {
  /** The common starting point. If it is unknown, every difference is a conflict. */
  readonly base: Answers | undefined;
  readonly mine: Answers;
  readonly theirs: Answers;
};

export type MergeResult = {
  /** The merged answers, without the conflicts. */
  readonly answers: Answers;
  /** The fields that both sides changed to different answers. */
  readonly conflicts: readonly string[];
};

/**
 * Merges two changes to the same answers, field by field: if only one side changed a field, its answer is taken.
 * Removing an answer is a change like any other.
 */
export function mergeAnswers({ base, mine, theirs }: MergeInput): MergeResult {
  const answers: (readonly [field: string, answer: unknown])[] = [];
  const conflicts: string[] = [];
  // Sorted, so that swapping the two sides gives the same result.
  for (const field of [...new Set([...namesIn(mine), ...namesIn(theirs)])].toSorted()) {
    const [were, ours, others] = [base ?? {}, mine, theirs].map((it) => getOwn(it, field));
    if (isSameJson(ours, others)) answers.push([field, ours]);
    else if (base && isSameJson(ours, were)) answers.push([field, others]);
    else if (base && isSameJson(others, were)) answers.push([field, ours]);
    else conflicts.push(field);
  }
  return {
    answers: Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)),
    conflicts,
  };
}

function namesIn(answers: Answers): readonly string[] {
  return Object.keys(answers);
}
