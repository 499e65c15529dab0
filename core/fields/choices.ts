import type { Field, JsonSchema, Options as Choices, Pictures } from '../form/field.ts';
import { chosenValues, optionValues, type Chosen, type ChosenOption } from '../form/options.ts';
import { err, ok } from '../values/result.ts';
import { joinLabels } from '../values/join-labels.ts';
import type { OfOptions, OtherOf, ValueOf } from './choice.ts';
import { makeField, type AnswerReader, type FieldOptions, type IsRequired } from './make-field.ts';
import { isWithdrawn, withoutWithdrawn } from './offered-options.ts';
import {
  columnsWithOther,
  exampleOption,
  optionSchema,
  readOption,
  showOption,
} from './one-option.ts';

type ChoicesOptions = FieldOptions & {
  /** Each option's stored value and its label. */
  readonly options: Choices;
  /** How many options must be chosen at least. */
  readonly min?: number;
  /** How many options may be chosen at most. */
  readonly max?: number;
  /** Options that can only be chosen alone, such as “None of these”. */
  readonly exclusive?: readonly string[];
  /** The option that asks to say which. In the answer it is `{ other: 'By boat' }`, if its value is `other`. */
  readonly other?: string;
  /** A picture for each option, by its value: an address in `public`, such as `/pictures/boat.webp`. */
  readonly pictures?: Pictures;
};

type Exclusive<Options extends ChoicesOptions> = {
  readonly exclusive?: readonly ValueOf<Options>[];
};

/** A choice of any number of options, stored in the order of the form. */
export function choices<const Options extends ChoicesOptions>(
  options: Options & OfOptions<Options> & Exclusive<Options>,
): Field<readonly Chosen<ValueOf<Options>, OtherOf<Options>>[], IsRequired<Options>> {
  type Answer = readonly Chosen<ValueOf<Options>, OtherOf<Options>>[];
  const { options: all, other, min, max, exclusive = [], pictures }: ChoicesOptions = options;
  const offer = { options: all, other };
  const example = optionValues(all)
    .filter((it) => it !== other && !exclusive.includes(it))
    .slice(0, min ?? 1);
  return makeField<Answer, Options>(options, {
    control: {
      is: 'choices',
      options: all,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      ...(exclusive.length > 0 && { exclusive }),
      ...(other && { other }),
      ...(pictures && { pictures }),
    },
    summary: 'options',
    missing: 'choose',
    limits: { min, max },
    read: readOptions(options) as AnswerReader<Answer>,
    jsonSchema: optionsSchema(options),
    example: (example.length > 0
      ? example
      : [exampleOption(offer)]) as readonly ChosenOption[] as Answer,
    show: (answer, texts) => {
      const shown: Choices = texts?.options ?? all;
      return joinLabels(
        answer.map((it) => showOption(shown, it)),
        shown.map(([, label]) => label),
        texts?.comma,
      );
    },
    ...(other && { columns: columnsWithOther(offer) }),
    offering(isOffered) {
      const offered = all.filter(([value]) => isOffered({ value }));
      const narrowed = choices({ ...options, options: offered } as never);
      return withoutWithdrawn(narrowed, (value) =>
        Array.isArray(value) ? value.filter((it) => !isWithdrawn(it, all, offered)) : value,
      );
    },
  });
}

function readOptions(options: ChoicesOptions): AnswerReader<readonly ChosenOption[]> {
  const { options: all, min = 1, max = all.length, exclusive = [] } = options;
  const values = optionValues(all);
  const readOne = readOption(options);
  return (value) => {
    // Check the length first: a request body can contain a list of 30 000.
    if (!Array.isArray(value) || value.length > values.length) return err('unlisted');
    const read = value.map((it) => readOne(it));
    const wrong = read.find((it) => !it.ok);
    if (wrong && !wrong.ok) return wrong;
    const chosen = new Map(
      read.flatMap((it) => (it.ok ? [[chosenValues(it.value)[0], it.value] as const] : [])),
    );
    if (exclusive.some((it) => chosen.has(it)))
      return chosen.size === 1 ? ok([...chosen.values()]) : err('not-alone');
    if (chosen.size < min) return err('too-few');
    if (chosen.size > max) return err('too-many');
    // In the order of the form, each once.
    return ok(values.flatMap((it) => (chosen.has(it) ? [chosen.get(it) as ChosenOption] : [])));
  };
}

function optionsSchema({
  options: all,
  other,
  min = 1,
  max,
  exclusive = [],
}: ChoicesOptions): JsonSchema {
  const several = {
    type: 'array',
    items: optionSchema({ options: all.filter(([it]) => !exclusive.includes(it)), other }),
    uniqueItems: true,
    minItems: min,
    ...(max !== undefined && { maxItems: max }),
  };
  if (exclusive.length === 0) return several;
  const alone = {
    type: 'array',
    items: { type: 'string', enum: exclusive },
    minItems: 1,
    maxItems: 1,
  };
  return { anyOf: [several, alone] };
}
