import { instancesIn, type Instances } from '../form/instances-in.ts';
import { isSameJson } from '../values/canonical-json.ts';
import { getOwn } from '../values/own-property.ts';
import { mergedOrder } from './merge-instances.ts';

type Answers = { readonly [field: string]: unknown };

export type MergeInput = {
  /** The common starting point. If it is unknown, every difference is a conflict. */
  readonly base: Answers | undefined;
  readonly mine: Answers;
  readonly theirs: Answers;
  /** Which side's answer to take for a conflict, by its path. */
  readonly decision?: { readonly [path: string]: 'mine' | 'theirs' } | undefined;
};

export type MergeResult = {
  /** The merged answers, without the conflicts that nobody has decided. */
  readonly answers: Answers;
  /**
   * What both sides changed to different answers: fields, `people/<id>/age` inside a repeat, and `people/<id>` for an
   * instance that one side changed and the other removed.
   */
  readonly conflicts: readonly string[];
};

/**
 * Merges two changes to the same answers, field by field, and inside repeats instance by instance: if only one side
 * changed an answer, that is taken. Removing an answer is a change like any other, and moving an instance is none.
 */
export function mergeAnswers({ base, mine, theirs, decision }: MergeInput): MergeResult {
  const conflicts: string[] = [];

  /** The answer of the side that was decided for; `undefined` for a conflict. */
  function decided(path: string, ours: unknown, others: unknown): unknown {
    const side = getOwn(decision, path);
    if (side) return side === 'mine' ? ours : others;
    conflicts.push(path);
    return undefined;
  }

  function mergeFields(path: string, base: Answers | undefined, mine: Answers, theirs: Answers) {
    // Sorted, so that swapping the two sides gives the same result.
    const fields = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].toSorted();
    const answers = fields.map((field) => {
      const [were, ours, others] = [base, mine, theirs].map((it) => getOwn(it, field));
      return [
        field,
        mergeAnswer(path + field, { isKnown: base !== undefined, were, ours, others }),
      ];
    });
    return Object.fromEntries(answers.filter(([, answer]) => answer !== undefined)) as Answers;
  }

  function mergeAnswer(path: string, { isKnown, were, ours, others }: Sides<unknown>): unknown {
    if (isSameJson(ours, others)) return ours;
    if (isKnown && isSameJson(ours, were)) return others;
    if (isKnown && isSameJson(others, were)) return ours;
    const lists = [were, ours, others].map(instancesIn);
    const [wereList, oursList, othersList] = lists;
    if (!wereList || !oursList || !othersList || lists.every((it) => it?.size === 0))
      return decided(path, ours, others);
    return mergeLists(path, { isKnown, were: wereList, ours: oursList, others: othersList });
  }

  function mergeLists(path: string, lists: Sides<Instances>): unknown {
    const kept = new Map<string, Answers>();
    for (const id of [...new Set([...lists.ours.keys(), ...lists.others.keys()])].toSorted()) {
      const [were, ours, others] = [lists.were, lists.ours, lists.others].map((it) => it.get(id));
      const merged = mergeInstance(`${path}/${id}`, { isKnown: lists.isKnown, were, ours, others });
      if (merged) kept.set(id, merged);
    }
    const order = mergedOrder(lists, kept);
    return order.length > 0 ? order.map((id) => kept.get(id)) : undefined;
  }

  function mergeInstance(
    path: string,
    { isKnown, were, ours, others }: Sides<Answers | undefined>,
  ): Answers | undefined {
    if (ours && others) return mergeFields(`${path}/`, were, ours, others);
    const left = ours ?? others;
    if (isKnown && !were) return left;
    if (isKnown && isSameJson(left, were)) return undefined;
    return decided(path, ours, others) as Answers | undefined;
  }

  return { answers: mergeFields('', base, mine, theirs), conflicts };
}

type Sides<Part> = {
  /** Whether the starting point is known. */
  readonly isKnown: boolean;
  readonly were: Part;
  readonly ours: Part;
  readonly others: Part;
};
