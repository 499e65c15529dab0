import { answersSchema } from '../form/answers-schema.ts';
import { answerText } from '../form/answer-text.ts';
import type { AnswersTo, Fields } from '../form/answers.ts';
import type {
  AnswerTexts,
  Field,
  InstanceQuestions,
  IssueWording,
  JsonSchema,
  Questions,
  UnparsedInstance,
} from '../form/field.ts';
import type { AnswersSoFar, FormLogic } from '../logic/form-logic.ts';
import { isBlank } from '../values/blank.ts';
import { getOwn } from '../values/own-property.ts';
import { err, ok, type Result } from '../values/result.ts';
import { issueText, nounOf, type FieldOptions } from './make-field.ts';
import { readableInstances, readInstances } from './read-instances.ts';

type RepeatOptions<Fs extends Fields, Conditional extends string, Calculated> = FieldOptions &
  FormLogic<Fs, Conditional, Calculated> & {
    /** The questions about each instance. `id` is not a name for one. */
    readonly fields: Fs;
    /** What one instance is called, above its questions: `Person`. */
    readonly one?: string;
    /** The label of the button that adds an instance: `Add a person`. */
    readonly add?: string;
    /** Names an instance by its answers, once they are there: `Ann`. */
    item?(answers: AnswersSoFar<Fs, Calculated>): string | undefined;
    /** The least number of instances; 1 by default, and 0 if the field is optional. */
    readonly min?: number;
    /** The greatest number of instances; 50 by default. */
    readonly max?: number;
    /** The field or calculated value that says how many instances there are. The page then has so many. */
    readonly count?: string;
  };

/** The answers about one instance. Its id never changes, wherever in the list it is. */
export type Instance<Fs extends Fields, Conditional extends string, Calculated> = {
  readonly id: string;
} & AnswersTo<Fs, Conditional, Calculated>;

/** With `count`, there may be none, so that the answer is missing. */
type IsRequiredRepeat<Options> = Options extends { readonly optional: true }
  ? false
  : Options extends { readonly count: string }
    ? false
    : true;

/**
 * Questions that are asked several times: about each person, or each room. `calculate`, `when`, `bounds`, `defaults`,
 * `offered` and `rules` are as in a form, and read the instance’s own answers first, and then those around it.
 */
export function repeat<
  const Fs extends Fields,
  const Conditional extends keyof Fs & string = never,
  Calculated = object,
  const Options extends { readonly optional?: boolean; readonly count?: string } = object,
>(
  options: RepeatOptions<Fs, Conditional, Calculated> & Options,
): Repeat<Fs, Instance<Fs, Conditional, Calculated>, IsRequiredRepeat<Options>> {
  return repeatOf(options) as unknown as Repeat<
    Fs,
    Instance<Fs, Conditional, Calculated>,
    IsRequiredRepeat<Options>
  >;
}

/** Its type has the fields inside, so that the compiler reports a translation that is missing. */
type Repeat<Fs extends Fields, Answers, Required extends boolean> = Field<
  readonly Answers[],
  Required
> & { readonly instances: InstanceQuestions & { readonly fields: Fs } };

type AnyRepeat = FieldOptions &
  Questions &
  Pick<RepeatOptions<Fields, string, unknown>, 'one' | 'add' | 'min' | 'max' | 'count'> &
  Pick<InstanceQuestions, 'item'>;

type AnyInstance = { readonly id: string; readonly [name: string]: unknown };

const defaultMax = 50;

function repeatOf(options: AnyRepeat): Field<readonly AnyInstance[]> {
  const { label, hint, optional, one, add, count, max = defaultMax, item } = options;
  const { fields, calculate, calculatedLabels, when, bounds, defaults, offered, rules } = options;
  const logic = { calculate, calculatedLabels, when, bounds, defaults, offered, rules };
  const questions: Questions = { fields, ...logic };
  const { min = optional || count !== undefined ? 0 : 1 } = options;
  const isAny = (test: (field: Field) => unknown) => Object.values(fields).some(test);

  const read: InstanceQuestions['read'] = (value, exactly, wording) => {
    const number = exactly === undefined ? undefined : Math.min(exactly, max);
    const limits = { min: number ?? min, max };
    const instances = readInstances(isBlank(value) ? [] : value, limits);
    if (instances.ok) return instances;
    return err(issueText(instances.problem, wording, { noun: nounOf(options), limits }));
  };

  return {
    label,
    ...(hint !== undefined && { hint }),
    required: !optional && count === undefined,
    ...(isAny((it) => it.sensitive) && { sensitive: true }),
    control: {
      is: 'repeat',
      fields,
      min,
      max,
      ...(one && { one }),
      ...(add && { add }),
      ...(count && { count }),
    },
    summary: 'instances',
    limits: { min, max },
    jsonSchema: schemaOf(questions, { min, max }),
    example: [{ id: exampleId, ...exampleOf(fields) }],
    // A blank value is no answer, even if the field is optional.
    parse: (value, wording) =>
      parseInstances(questions, read(value, isBlank(value) ? 1 : undefined, wording), wording),
    show: (answer, texts) => answer.map((it) => showInstance(fields, it, texts)).join('\n'),
    // The instances have a file of their own.
    columns: [{ label: '', cell: (it) => (Array.isArray(it) ? it.length : undefined) }],
    ...(isAny((it) => it.load) && {
      load: async () => {
        await Promise.all(Object.values(fields).map(async (it) => it.load?.()));
      },
    }),
    instances: {
      ...questions,
      ...(count && { count }),
      ...(item && { item }),
      read,
      readable: (value) => readableInstances(value, max),
      withQuestions: (others) => repeatOf({ ...options, ...others }),
    },
  };
}

/** For documentation and tests. */
const exampleId = '018f3c2e-7b1a-7000-8000-0123456789ab';

function exampleOf(fields: Fields): { readonly [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, it]) => !it.hasNoAnswer)
      .map(([name, { example }]) => [name, example]),
  );
}

function schemaOf(
  questions: Questions,
  { min, max }: { readonly min: number; readonly max: number },
): JsonSchema {
  const schema = answersSchema(questions);
  const { properties, required = [] } = schema as {
    readonly properties: JsonSchema;
    readonly required?: readonly string[];
  };
  const id = {
    type: 'string',
    format: 'uuid',
    description: 'Never changes, so that an edit finds it.',
  };
  return {
    type: 'array',
    ...(min > 0 && { minItems: min }),
    maxItems: max,
    items: { ...schema, properties: { id, ...properties }, required: ['id', ...required] },
  };
}

/**
 * Parses instances without the answers around them, for which only the whole form can be parsed: nothing that was
 * stored is lost here because a condition cannot be judged. Conditional fields may be missing, and calculated
 * values stay.
 */
function parseInstances(
  questions: Questions,
  read: Result<readonly UnparsedInstance[], string>,
  wording: IssueWording | undefined,
): Result<readonly AnyInstance[], string> {
  if (!read.ok) return read;
  const instances = read.value.map((it) => parseInstance(questions, it, wording));
  const refused = instances.find((it) => !it.ok);
  if (refused && !refused.ok) return refused;
  return ok(instances.flatMap((it) => (it.ok ? [it.value] : [])));
}

function parseInstance(
  { fields, calculate, when }: Questions,
  { id, ...given }: UnparsedInstance,
  wording: IssueWording | undefined,
): Result<AnyInstance, string> {
  const answers: (readonly [name: string, answer: unknown])[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const value = getOwn(given, name);
    const mayBeMissing =
      !field.required || (when && Object.hasOwn(when, name)) || field.hasNoAnswer;
    if (mayBeMissing && isBlank(value)) continue;
    const parsed = field.parse(value, wording);
    if (!parsed.ok) return parsed;
    answers.push([name, parsed.value]);
  }
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(fields, name)) continue;
    if (!calculate || !Object.hasOwn(calculate, name))
      return err(issueText('unasked', wording, { noun: '', limits: {} }));
    answers.push([name, given[name]]);
  }
  return ok({ id, ...Object.fromEntries(answers) });
}

/** `Name: Ann, Age: 12` */
function showInstance(fields: Fields, instance: AnyInstance, texts?: AnswerTexts): string {
  return Object.entries(fields)
    .filter(([name]) => getOwn(instance, name) !== undefined)
    .map(([name, field]) => `${field.label}: ${answerText(field, getOwn(instance, name))}`)
    .join(texts?.comma ?? ', ');
}
