import { isRecord } from '../values/is-record.ts';
import { getOwn } from '../values/own-property.ts';
import type { Questions } from './field.ts';

export type CalculatedValue = {
  readonly name: string;
  /** `undefined` if respondents do not see it. */
  readonly label: string | undefined;
};

/** The values that a form calculates, in its order. */
export function calculatedValues({
  calculate = {},
  calculatedLabels,
}: Pick<Questions, 'calculate' | 'calculatedLabels'>): readonly CalculatedValue[] {
  return Object.keys(calculate).map((name) => ({ name, label: getOwn(calculatedLabels, name) }));
}

/** The paths of all values that a form calculates: `people/weeks` for one of each instance of a repeat. */
export function calculatedPaths({ fields, calculate = {} }: Questions): readonly string[] {
  const inner = Object.entries(fields).flatMap(([name, { instances }]) =>
    instances ? calculatedPaths(instances).map((it) => `${name}/${it}`) : [],
  );
  return [...Object.keys(calculate), ...inner];
}

type Answers = { readonly [name: string]: unknown };

/**
 * Answers without calculated values: what is sent and merged is what somebody typed.
 * @param paths as {@link calculatedPaths} gives them
 */
export function withoutCalculated(answers: Answers, paths: readonly string[]): Answers {
  if (paths.length === 0) return answers;
  const pathsIn = (name: string) =>
    paths.filter((it) => it.startsWith(`${name}/`)).map((it) => it.slice(name.length + 1));
  const typed = Object.entries(answers).filter(([name]) => !paths.includes(name));
  return Object.fromEntries(
    typed.map(([name, answer]) => {
      const inner = pathsIn(name);
      if (inner.length === 0 || !Array.isArray(answer)) return [name, answer];
      const instances = answer.map((it: unknown) =>
        isRecord(it) ? withoutCalculated(it, inner) : it,
      );
      return [name, instances];
    }),
  );
}
