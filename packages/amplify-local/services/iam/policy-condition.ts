import { getOwn } from '../../template/get-own-value.ts';
import { matches } from './match-pattern.ts';
import type { Statement } from './policy-statement.ts';

/** What conditions may compare, by its name in IAM, such as `s3:prefix`. Undefined is what a request lacks. */
export type ConditionKeys = Readonly<Record<string, string | undefined>>;

/** Whether all conditions of a statement are met, or which of them is unsupported. */
export function conditionResult(
  condition: NonNullable<Statement['Condition']>,
  keys: ConditionKeys,
): readonly [isMet: boolean, unsupported?: string] {
  const tests = Object.entries(condition).flatMap(([operator, compared]) =>
    Object.entries(compared as Record<string, unknown>).map(([key, values]) => ({
      operator,
      key,
      values: [values].flat().map(String),
    })),
  );
  const unsupported = tests.find(
    ({ operator, key }) => !Object.hasOwn(operators, operator) || !Object.hasOwn(keys, key),
  );
  if (unsupported) return [false, unsupported.operator];
  const isMet = tests.every(({ operator, key, values }) => {
    const value = getOwn(keys, key);
    return getOwn(operators, operator)?.(value, values) ?? false;
  });
  return [isMet];
}

type Operator = (value: string | undefined, given: readonly string[]) => boolean;

/** What a request lacks meets no condition, except one that it is something else. */
const operators: { readonly [name: string]: Operator } = {
  Bool: (value, given) => value !== undefined && given.includes(value),
  NumericLessThan: (value, given) =>
    value !== undefined && given.some((it) => Number(value) < Number(it)),
  StringEquals: (value, given) => value !== undefined && given.includes(value),
  StringNotEquals: (value, given) => value === undefined || !given.includes(value),
  StringLike: (value, given) => value !== undefined && given.some((it) => matches(it, value)),
  StringNotLike: (value, given) => value === undefined || !given.some((it) => matches(it, value)),
};
