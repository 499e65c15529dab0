import { evaluateText, type Scope } from './intrinsics.ts';

/** Evaluates a condition of the template. */
export function holds(condition: unknown, scope: Scope): boolean {
  const [[name, argument] = ['nothing', undefined]] = Object.entries(condition as object);
  const rule = rules[name];
  if (!rule) throw new Error(`${scope.where}: ${name} is not supported in a condition.`);
  return rule(argument, scope);
}

const rules: { readonly [name: string]: (argument: unknown, scope: Scope) => boolean } = {
  Condition: (name, scope) => scope.condition(String(name)),
  'Fn::Equals': (argument, scope) => {
    const [one, other] = argument as readonly unknown[];
    return evaluateText(one, scope) === evaluateText(other, scope);
  },
  'Fn::Not': (argument, scope) => !holds((argument as readonly unknown[])[0], scope),
  'Fn::And': (argument, scope) =>
    (argument as readonly unknown[]).every((one) => holds(one, scope)),
  'Fn::Or': (argument, scope) => (argument as readonly unknown[]).some((one) => holds(one, scope)),
};
