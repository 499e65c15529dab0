import type { Issue } from '../form/answers.ts';
import type { Questions } from '../form/field.ts';
import type { Answers } from './answers-so-far.ts';
import type { BrokenRule, Evaluation } from './evaluation.ts';

type Parts = Omit<Evaluation, 'answers' | 'brokenRules' | 'issues'>;

/** The answers as they are stored: of all fields that are asked and valid, and the calculated values. */
export function collectAnswers(
  { fields, calculate = {} }: Questions,
  { isRelevant, parsed, calculated, instances }: Parts,
): Answers {
  const given = Object.entries(fields).map(([name, field]) => {
    if (!isRelevant(name)) return [name, undefined] as const;
    if (field.instances) {
      const all = instances(name).map(({ id, answers }) => ({ id, ...answers() }));
      return [name, all.length > 0 ? all : undefined] as const;
    }
    const result = parsed(name);
    return [name, result?.ok ? result.value : undefined] as const;
  });
  const computed = Object.keys(calculate).map((name) => [name, calculated(name)] as const);
  return Object.fromEntries([...given, ...computed].filter(([, it]) => it !== undefined));
}

/** The broken rules, and those of a repeat's instances after those of the questions around it. */
export function collectBrokenRules(
  { fields, rules = [] }: Questions,
  { isRelevant, instances, isBroken, path }: Parts & InPath & { isBroken: (i: number) => boolean },
): readonly BrokenRule[] {
  const own = rules.flatMap(({ at, message, soft = false }, i) =>
    isBroken(i) ? [{ at: path + at, message, isSoft: soft }] : [],
  );
  const inner = Object.keys(fields).flatMap((name) =>
    isRelevant(name) ? instances(name).flatMap((it) => it.brokenRules()) : [],
  );
  return [...own, ...inner];
}

type InPath = {
  /** What comes before a field's name: `''`, or `people/<id>/`. */
  readonly path: string;
};

/** Everything that prevents sending, in the form's order. A field that is not valid does not also break rules. */
export function collectIssues(
  questions: Questions,
  parts: Parts & InPath & Pick<Evaluation, 'brokenRules'>,
): readonly Issue[] {
  const { isRelevant, parsed, instances, brokenRules, path } = parts;
  const broken = brokenRules().filter((it) => !it.isSoft);
  return Object.keys(questions.fields).flatMap((name) => {
    if (!isRelevant(name)) return [];
    const field = path + name;
    const result = parsed(name);
    const inside = instances(name).flatMap((it) => it.issues());
    if (result && !result.ok) return [{ field, message: result.problem }, ...inside];
    const ofRules = broken
      .filter(({ at }) => at === field)
      .map(({ message }) => ({ field, message }));
    return [...ofRules, ...inside];
  });
}
