/** A Lambda event filter: a pattern whose leaves list rules for a value. */
export type EventFilter = (event: unknown) => boolean;

type Rule = (value: unknown) => boolean;

/**
 * Reads a filter's pattern. An unsupported operator is refused by name: guessing could pass events here that
 * AWS filters out, or the other way round.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
export function eventFilter(pattern: string): EventFilter {
  const whole = JSON.parse(pattern) as unknown;
  if (!isObject(whole)) throw new Error(`The event filter ${pattern} is no JSON object.`);
  return filterOf(whole);
}

function filterOf(pattern: object): EventFilter {
  const parts = Object.entries(pattern).map(([key, wanted]: [string, unknown]) =>
    key === '$or' ? anyOf(wanted) : at(key, wanted),
  );
  return (event) => parts.every((fits) => fits(event));
}

function at(key: string, wanted: unknown): EventFilter {
  const fits = Array.isArray(wanted)
    ? leaf(wanted)
    : isObject(wanted)
      ? filterOf(wanted)
      : refuse(wanted);
  return (event) => fits(isObject(event) && Object.hasOwn(event, key) ? event[key] : undefined);
}

function anyOf(wanted: unknown): EventFilter {
  if (!Array.isArray(wanted)) return refuse({ $or: wanted });
  const alternatives = wanted.map((it: unknown) => (isObject(it) ? filterOf(it) : refuse(it)));
  return (event) => alternatives.some((fits) => fits(event));
}

/** One of the rules must match. If the event has a list, one of its items must match one of them. */
function leaf(wanted: readonly unknown[]): EventFilter {
  const rules = wanted.map(ruleOf);
  return (value) => rules.some((rule) => (Array.isArray(value) ? value.some(rule) : rule(value)));
}

function ruleOf(wanted: unknown): Rule {
  if (!isObject(wanted)) return (value) => value === wanted;
  const [operator = '', ...others] = Object.keys(wanted);
  const rule = operators[operator];
  if (!rule || others.length > 0) return refuse(wanted);
  return rule(wanted[operator]);
}

const isText = (value: unknown): value is string => typeof value === 'string';

const operators: { readonly [operator: string]: (operand: unknown) => Rule } = {
  exists: (wanted) => (value) => (value !== undefined) === wanted,
  prefix: (wanted) => (value) => isText(value) && value.startsWith(textIn(wanted)),
  suffix: (wanted) => (value) => isText(value) && value.endsWith(textIn(wanted)),
  'equals-ignore-case': (wanted) => (value) =>
    isText(value) && value.toLowerCase() === textIn(wanted).toLowerCase(),
  'anything-but': (wanted) => {
    if (isObject(wanted)) return refuse({ 'anything-but': wanted });
    const excepted = [wanted].flat();
    return (value) => value !== undefined && !excepted.includes(value);
  },
  numeric: (wanted) => {
    const conditions = pairs(wanted);
    return (value) =>
      typeof value === 'number' && conditions.every(([compare, bound]) => compare(value, bound));
  },
};

type Compare = (value: number, bound: number) => boolean;

const comparisons: { readonly [sign: string]: Compare } = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/** `[">", 0, "<=", 5]`. */
function pairs(wanted: unknown): [Compare, number][] {
  const given = Array.isArray(wanted) ? (wanted as unknown[]) : refuse({ numeric: wanted });
  return Array.from({ length: given.length / 2 }, (_, index) => {
    const compare = comparisons[String(given[2 * index])];
    const bound = given[2 * index + 1];
    return compare && typeof bound === 'number' ? [compare, bound] : refuse({ numeric: wanted });
  });
}

function textIn(wanted: unknown): string {
  return isText(wanted) ? wanted : refuse(wanted);
}

function refuse(what: unknown): never {
  throw new Error(`The event filter ${JSON.stringify(what)} is not supported locally.`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
