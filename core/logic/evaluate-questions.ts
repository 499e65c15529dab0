import type {
  Bounds,
  Field,
  InstanceQuestions,
  Option,
  Questions,
  UnparsedInstance,
} from '../form/field.ts';
import type { OnFormError } from '../form/safe-call.ts';
import { conditionsOfParts, type PartCondition } from '../form/form-pages.ts';
import { inEnglish } from '../form/issue-messages.ts';
import { isBlank } from '../values/blank.ts';
import { getOwn } from '../values/own-property.ts';
import type { Result } from '../values/result.ts';
import { frozen, lazyAnswers, type Answers } from './answers-so-far.ts';
import { isMet, valueOf } from './call-logic.ts';
import { collectAnswers, collectBrokenRules, collectIssues } from './collect.ts';
import type { Evaluation, InstanceEvaluation } from './evaluation.ts';
import type { Moment } from './form-logic.ts';
import type { MemoGraph } from './memo-graph.ts';

/** Where questions are evaluated: in a form, or in one instance of a repeat. */
type Scope = {
  /** The form's id. */
  readonly form: string;
  readonly graph: MemoGraph;
  readonly moment: Moment;
  readonly onFormError: OnFormError | undefined;
  /** What comes before a field's name: `''`, or `people/<id>/`. */
  readonly path: string;
  /** What comes before a function's name: `''`, or `people.`. */
  readonly functionPath: string;
  /** The answers around an instance. */
  readonly outer: Answers | null;
  /** What was typed or sent for a field, of unknown origin. */
  readonly given: (field: string) => unknown;
};

/** Evaluates questions in their scope: see `evaluateForm`. */
export function evaluateQuestions(questions: Questions, scope: Scope): Evaluation {
  const { fields, calculate = {}, when, bounds, defaults, offered, rules = [] } = questions;
  const { graph, path } = scope;
  const ofParts = conditionsOfParts(questions);
  const moment = scope.moment as never;
  const names = new Set([...Object.keys(fields), ...Object.keys(calculate)]);
  const answersSoFar = lazyAnswers(names, answerTo, scope.outer);
  const soFar = answersSoFar as never;

  const memo = <Value>(what: string, name: string, compute: () => Value) =>
    graph.memo(`${what} ${path}${name}`, compute);
  const logic = (name: string) => ({
    form: scope.form,
    function: scope.functionPath + name,
    onFormError: scope.onFormError,
  });

  function answerTo(name: string): unknown {
    const field = getOwn(fields, name);
    if (!field) return calculated(name);
    if (!isRelevant(name)) return undefined;
    if (field.instances) return instances(name).map((it) => it.answersSoFar);
    const result = parsed(name);
    return result?.ok ? result.value : undefined;
  }

  function isRelevant(name: string): boolean {
    const condition = getOwn(when, name);
    const parts = ofParts.get(name) ?? [];
    if (!condition && parts.length === 0) return true;
    const isOwnMet = () =>
      !condition || (isMet(logic(`when.${name}`), () => condition(soFar, moment)) ?? true);
    return memo('asked', name, () => parts.every(isPartMet) && isOwnMet());
  }

  /** The condition of a page or a section, for all fields in it. */
  function isPartMet(part: PartCondition): boolean {
    const call = () => part.when(soFar, moment);
    return memo('shown', part.path, () => isMet(logic(part.path), call) ?? true);
  }

  function fieldNow(name: string): Field {
    const own = fields[name] as Field;
    const limits = getOwn(bounds, name);
    const isOffered = getOwn(offered, name);
    if (!limits && !isOffered) return own;
    return memo('field', name, () => {
      const given = limits && valueOf(logic(`bounds.${name}`), () => limits(soFar, moment));
      const bounded = given ? (own.within?.(withoutBlank(given)) ?? own) : own;
      if (!isOffered) return bounded;
      const isShown = (option: Option) => isOffered(soFar, { ...option, ...scope.moment } as never);
      const call = (option: Option) =>
        isMet(logic(`offered.${name}`), () => isShown(option)) ?? true;
      return bounded.offering?.(call) ?? bounded;
    });
  }

  function parsed(name: string): Result<unknown, string> | undefined {
    return memo('parsed', name, () => {
      const field = fieldNow(name);
      const value = givenOrDefault(name);
      const count = field.instances && countOf(field.instances);
      if (count === undefined && !field.required && isBlank(value)) return undefined;
      return field.instances
        ? field.instances.read(withoutSurplus(value, count), count, inEnglish)
        : frozen(field.parse(value, inEnglish));
    });
  }

  function givenOrDefault(name: string): unknown {
    const given = scope.given(name);
    const makeDefault = getOwn(defaults, name);
    if (!makeDefault || !isBlank(given)) return given;
    return valueOf(logic(`defaults.${name}`), () => makeDefault(soFar, moment));
  }

  function calculated(name: string): unknown {
    return memo('calculated', name, () => {
      const calculation = getOwn(calculate, name);
      if (!calculation) return undefined;
      return frozen(valueOf(logic(`calculate.${name}`), () => calculation(soFar, moment)));
    });
  }

  /** How many instances are asked for, if an answer says so. */
  function countOf({ count }: InstanceQuestions): number | undefined {
    if (count === undefined) return undefined;
    return Math.max(0, Math.floor(Number(getOwn(answersSoFar, count) ?? 0)) || 0);
  }

  /** What an instance asks does not depend on what is typed in it, only what it answers. */
  const instancesMade = new Map<string, InstanceEvaluation>();

  function instances(name: string): readonly InstanceEvaluation[] {
    const inner = getOwn(fields, name)?.instances;
    if (!inner) return [];
    return memo('instances', name, () =>
      given(name, inner).map(({ id }) => {
        const made = instancesMade.get(`${name}/${id}`) ?? instanceOf(inner, name, id);
        instancesMade.set(`${name}/${id}`, made);
        return made;
      }),
    );
  }

  /** The instances that were typed or sent, as far as they can be read. */
  function given(name: string, inner: InstanceQuestions): readonly UnparsedInstance[] {
    return memo('readable', name, () =>
      inner.readable(withoutSurplus(givenOrDefault(name), countOf(inner))),
    );
  }

  function instanceOf(inner: InstanceQuestions, name: string, id: string): InstanceEvaluation {
    const byId = () =>
      memo('by id', name, () => new Map(given(name, inner).map((it) => [it.id, it] as const)));
    const innerPath = `${path}${name}/${id}/`;
    const evaluation = evaluateQuestions(inner, {
      ...scope,
      path: innerPath,
      functionPath: `${scope.functionPath}${name}.`,
      outer: answersSoFar,
      given: (field) =>
        graph.memo(`given ${innerPath}${field}`, () => getOwn(byId().get(id), field)),
    });
    return { ...evaluation, id };
  }

  function isBroken(i: number): boolean {
    return memo('rule', String(i), () => {
      const rule = rules[i];
      if (!rule || !isRelevant(rule.at)) return false;
      return isMet(logic(`rules.${i}`), () => rule.broken(soFar, moment)) ?? false;
    });
  }

  const parts = { isRelevant, field: fieldNow, parsed, calculated, instances, answersSoFar };
  const brokenRules = () => collectBrokenRules(questions, { ...parts, isBroken, path });
  return {
    ...parts,
    brokenRules,
    answers: () => collectAnswers(questions, parts),
    issues: () => collectIssues(questions, { ...parts, brokenRules, path }),
  };
}

/** A limit is blank if the answer or the day that it comes from is not known. */
function withoutBlank(bounds: Bounds): Bounds {
  return Object.fromEntries(Object.entries(bounds).filter(([, limit]) => !isBlank(limit)));
}

/** Instances beyond the number that an answer gives are kept on the device, and not asked. */
function withoutSurplus(value: unknown, count: number | undefined): unknown {
  return Array.isArray(value) && count !== undefined ? value.slice(0, count) : value;
}
