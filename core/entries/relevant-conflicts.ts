import type { Questions } from '../form/field.ts';
import type { Evaluation } from '../logic/evaluation.ts';
import { getOwn } from '../values/own-property.ts';
import { mergeAnswers, type MergeInput } from './merge-answers.ts';

type Answers = { readonly [field: string]: unknown };

/**
 * Decides the conflicts about questions that the form does not ask, whichever side is taken: nobody could see what
 * they are asked to choose. The own answer is kept, because it may be asked again.
 * @param evaluate the form as it is with these answers
 */
export function withIrrelevantDecided(
  form: Questions,
  sides: MergeInput,
  evaluate: (answers: Answers) => Evaluation,
): MergeInput {
  const { conflicts } = mergeAnswers(sides);
  if (conflicts.length === 0) return sides;
  const paths = { mine: new Set<string>(), theirs: new Set<string>() };
  for (const side of ['mine', 'theirs'] as const) {
    const decision = Object.fromEntries(conflicts.map((path) => [path, side]));
    const evaluation = evaluate(mergeAnswers({ ...sides, decision }).answers);
    for (const path of conflicts) if (isRelevantAt(form, evaluation, path)) paths[side].add(path);
  }
  const irrelevant = conflicts.filter((it) => !paths.mine.has(it) && !paths.theirs.has(it));
  const decision = Object.fromEntries(irrelevant.map((path) => [path, 'mine' as const]));
  return { ...sides, decision: { ...decision, ...sides.decision } };
}

function isRelevantAt({ fields }: Questions, evaluation: Evaluation, path: string): boolean {
  const [name = '', id, ...inner] = path.split('/');
  if (!Object.hasOwn(fields, name)) return true;
  if (!evaluation.isRelevant(name)) return false;
  const instances = getOwn(fields, name)?.instances;
  if (!instances || id === undefined || inner.length === 0) return true;
  const instance = evaluation.instances(name).find((it) => it.id === id);
  return instance !== undefined && isRelevantAt(instances, instance, inner.join('/'));
}
