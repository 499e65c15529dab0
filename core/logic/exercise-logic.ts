import type { Field, Questions } from '../form/field.ts';
import type { FormError } from '../form/safe-call.ts';
import { getOwn } from '../values/own-property.ts';
import type { LogicCall } from './call-logic.ts';
import { evaluateForm, type FormToEvaluate } from './evaluate-form.ts';
import type { Evaluation } from './evaluation.ts';
import { instanceName } from './instance-name.ts';

type Values = { readonly [field: string]: unknown };

/** How many sets of answers a form is given, and together how many answers: `npm start` waits for it. */
const [mostAttempts, leastAttempts, mostAnswers] = [200, 20, 10_000];
const today = '2026-03-31';

/**
 * Runs all of a form's logic for many generated answers, from none at all to every field, and returns each
 * function that failed, once. The same form is always given the same answers.
 */
export function exerciseLogic(form: FormToEvaluate): readonly FormError[] {
  const failures = new Map<string, FormError>();
  const onFormError = (it: FormError) => failures.set(it.function, failures.get(it.function) ?? it);
  const logic = { form: form.id, function: '', onFormError };
  const attempts = Math.max(
    leastAttempts,
    Math.min(mostAttempts, Math.floor(mostAnswers / countFields(form))),
  );
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const evaluation = evaluateForm(form, generatedValues(form, attempt), { today, onFormError });
    evaluateAll(form, evaluation, logic);
  }
  return [...failures.values()];
}

/** With those inside repeats, which are asked several times. */
function countFields({ fields }: Questions): number {
  return Object.values(fields).reduce(
    (sum, { instances }) => sum + (instances ? 3 * countFields(instances) : 1),
    0,
  );
}

function evaluateAll(
  { fields, calculate = {} }: Questions,
  evaluation: Evaluation,
  logic: LogicCall,
): void {
  for (const [name, field] of Object.entries(fields)) {
    evaluation.isRelevant(name);
    evaluation.parsed(name);
    const { instances } = field;
    if (!instances) continue;
    const path = `${logic.function}${name}.`;
    for (const it of evaluation.instances(name)) {
      evaluateAll(instances, it, { ...logic, function: path });
      instanceName(instances, it.answersSoFar, { ...logic, function: `${path}item` });
    }
  }
  for (const name of Object.keys(calculate)) evaluation.calculated(name);
  evaluation.brokenRules();
}

/** Nothing for the first attempt, the examples for the second, then a mixture of everything a field may be given. */
function generatedValues({ fields }: Questions, attempt: number): Values {
  const values = Object.entries(fields).map(([name, field], i) => {
    if (attempt === 0) return [name, undefined] as const;
    if (field.instances) return [name, generatedInstances(field.instances, attempt)] as const;
    if (attempt === 1) return [name, field.example] as const;
    const candidates = candidatesFor(field);
    return [name, candidates[spread(attempt, i) % candidates.length]] as const;
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** From none to three instances. */
function generatedInstances(questions: Questions, attempt: number): readonly Values[] {
  return Array.from({ length: attempt % 4 }, (_, i) => ({
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    ...generatedValues(questions, attempt === 1 ? 1 : attempt * 4 + i),
  }));
}

/** Answers at the ends of what a field accepts, each option, and none. */
function candidatesFor({ example, limits = {}, jsonSchema }: Field): readonly unknown[] {
  return [undefined, example, limits.min, limits.max, ...valuesIn(jsonSchema)];
}

type SchemaOfOptions = {
  readonly type?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly SchemaOfOptions[];
  readonly items?: SchemaOfOptions;
  readonly properties?: { readonly [name: string]: SchemaOfOptions };
  readonly required?: readonly string[];
};

/** The values that a schema lists: each option, alone and all together in a list, and a text for one that asks for it. */
function valuesIn(schema: SchemaOfOptions): readonly unknown[] {
  const { type, anyOf, items, properties, required = [] } = schema;
  if (type === 'boolean') return [true, false];
  if (anyOf) return anyOf.flatMap(valuesIn);
  const [name = '', ...others] = required;
  if (others.length === 0 && getOwn(properties, name)?.type === 'string')
    return [{ [name]: 'An example' }];
  const options = schema.enum ?? (items ? valuesIn(items) : []);
  return type === 'array' ? [options, ...options.map((it) => [it])] : options;
}

/** A number that looks random, and is the same each time: multiplicative hashing by the golden ratio. */
function spread(attempt: number, i: number): number {
  return Math.imul(attempt * 31 + i * 17 + 7, 0x9e3779b1) >>> 16;
}
