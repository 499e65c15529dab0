/** What an expression may look up while it is evaluated, and its location for error messages. */
export type Scope = {
  readonly where: string;
  /** `undefined` is `AWS::NoValue`: the property or item that has it is left out. */
  readonly ref: (name: string) => unknown;
  readonly attribute: (logicalId: string, name: string) => unknown;
  readonly condition: (name: string) => boolean;
  readonly mapping: (map: string, top: string, second: string) => unknown;
};

/** Evaluates an expression to plain JSON. Throws at intrinsics not listed here, naming them. */
export function evaluate(expression: unknown, scope: Scope): unknown {
  if (typeof expression === 'string') return withoutDynamicReference(expression, scope);
  if (typeof expression !== 'object' || expression === null) return expression;
  if (Array.isArray(expression))
    return expression.map((part) => evaluate(part, scope)).filter((part) => part !== undefined);

  const name = intrinsicName(expression);
  if (name === undefined) return evaluateEach(expression, scope);
  const intrinsic = intrinsics[name];
  if (!intrinsic) throw new Error(`${scope.where}: ${name} is not supported by the local cloud.`);
  return intrinsic(Object.values(expression)[0], scope);
}

/** `Fn::Join` for `{ "Fn::Join": […] }`; undefined for an ordinary object. */
export function intrinsicName(expression: object): string | undefined {
  const [name, ...others] = Object.keys(expression);
  return others.length === 0 && (name === 'Ref' || name?.startsWith('Fn::')) ? name : undefined;
}

/** Evaluates an expression that must be text. Numbers and booleans are converted. */
export function evaluateText(expression: unknown, scope: Scope): string {
  return text(evaluate(expression, scope), scope);
}

const intrinsics: { readonly [name: string]: (argument: unknown, scope: Scope) => unknown } = {
  Ref: (name, scope) => scope.ref(text(name, scope)),
  'Fn::GetAtt': (argument, scope) => {
    const [logicalId, ...name] =
      typeof argument === 'string' ? argument.split('.') : list(argument, scope);
    return scope.attribute(text(logicalId, scope), name.map((part) => text(part, scope)).join('.'));
  },
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = list(argument, scope);
    return list(parts, scope)
      .map((part) => text(part, scope))
      .join(text(separator, scope));
  },
  'Fn::Sub': (argument, scope) => {
    const [template, values] = Array.isArray(argument) ? argument : [argument, {}];
    return substitute(text(template, scope), values as Values, scope);
  },
  'Fn::Select': (argument, scope) => {
    const [index, from] = list(argument, scope);
    const selected = list(from, scope)[Number(index)];
    if (selected === undefined)
      throw new Error(`${scope.where}: Fn::Select finds nothing at ${String(index)}.`);
    return selected;
  },
  'Fn::Split': (argument, scope) => {
    const [separator, whole] = list(argument, scope);
    return text(whole, scope).split(text(separator, scope));
  },
  'Fn::If': (argument, scope) => {
    const [condition, yes, no] = argument as readonly unknown[];
    return evaluate(scope.condition(text(condition, scope)) ? yes : no, scope);
  },
  'Fn::FindInMap': (argument, scope) => {
    const [map, top, second] = list(argument, scope).map((part) => text(part, scope));
    return scope.mapping(map ?? '', top ?? '', second ?? '');
  },
};

type Values = { readonly [name: string]: unknown };

function substitute(template: string, values: Values, scope: Scope): string {
  return template.replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (Object.hasOwn(values, name)) return evaluateText(values[name], scope);
    return evaluateText(name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name }, scope);
  });
}

function evaluateEach(expressions: object, scope: Scope): object {
  return Object.fromEntries(
    Object.entries(expressions)
      .map(([name, expression]) => [name, evaluate(expression, scope)])
      .filter(([, value]) => value !== undefined),
  );
}

function list(expression: unknown, scope: Scope): readonly unknown[] {
  const value = evaluate(expression, scope);
  if (Array.isArray(value)) return value;
  throw new Error(`${scope.where}: expected a list, found ${JSON.stringify(value)}.`);
}

function text(value: unknown, scope: Scope): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error(`${scope.where}: expected text, found ${JSON.stringify(value)}.`);
}

function withoutDynamicReference(value: string, scope: Scope): string {
  if (!value.includes('{{resolve:')) return value;
  throw new Error(
    `${scope.where}: ${value} is a dynamic reference, which the local cloud does not support.`,
  );
}
