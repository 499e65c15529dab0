import type { Field, Options as Choices, Pictures } from '../form/field.ts';
import type { Chosen } from '../form/options.ts';
import { makeField, type AnswerReader, type FieldOptions, type IsRequired } from './make-field.ts';
import { isWithdrawn, withoutWithdrawn } from './offered-options.ts';
import {
  columnsWithOther,
  exampleOption,
  optionSchema,
  readOption,
  showOption,
} from './one-option.ts';

type ChoiceOptions = FieldOptions & {
  /** Each option's stored value and its label. */
  readonly options: Choices;
  /** The option that is chosen at first, and the answer when none is sent. */
  readonly default?: string;
  /** The option that asks to say which, as in “Somewhere else”. Its answer is `{ other: 'A spring' }`, if its value is `other`. */
  readonly other?: string;
  /** A picture for each option, by its value: an address in `public`, such as `/pictures/well.webp`. */
  readonly pictures?: Pictures;
};

/** The values of a field's options. */
export type ValueOf<Options extends { readonly options: Choices }> = Options['options'][number][0];

/** The value of the option that asks for a text, if one does. */
export type OtherOf<Options> = Options extends { readonly other: infer Other extends string }
  ? Other
  : never;

/** What must be one of the options. */
export type OfOptions<Options extends { readonly options: Choices }> = {
  readonly other?: ValueOf<Options>;
  readonly pictures?: { readonly [Value in ValueOf<Options>]?: string };
};

/** The default must be one of the options that ask for nothing more, and an optional field cannot have one. */
type DefaultOf<Options extends ChoiceOptions> =
  | { readonly default?: never }
  | { readonly default: Exclude<ValueOf<Options>, OtherOf<Options>>; readonly optional?: never };

/** A choice of one option. */
export function choice<const Options extends ChoiceOptions>(
  options: Options & DefaultOf<Options> & OfOptions<Options>,
): Field<Chosen<ValueOf<Options>, OtherOf<Options>>, IsRequired<Options>> {
  type Answer = Chosen<ValueOf<Options>, OtherOf<Options>>;
  const { options: choices, other, pictures, default: chosenAtFirst }: ChoiceOptions = options;
  const offer = { options: choices, other };
  return makeField<Answer, Options>(options, {
    control: {
      is: 'choice',
      options: choices,
      ...(chosenAtFirst && { default: chosenAtFirst }),
      ...(other && { other }),
      ...(pictures && { pictures }),
    },
    default: chosenAtFirst as Answer | undefined,
    summary: 'options',
    missing: 'choose',
    read: readOption(offer) as AnswerReader<Answer>,
    jsonSchema: optionSchema(offer),
    example: exampleOption(offer) as Answer,
    show: (answer, texts) => showOption(texts?.options ?? choices, answer),
    ...(other && { columns: columnsWithOther(offer) }),
    offering(isOffered) {
      const offered = choices.filter(([value]) => isOffered({ value }));
      const isDefaultOffered = offered.some(([value]) => value === chosenAtFirst);
      const { default: _, ...rest }: ChoiceOptions = options;
      const narrowed = choice({
        ...rest,
        options: offered,
        ...(isDefaultOffered && { default: chosenAtFirst }),
      } as never);
      return withoutWithdrawn(narrowed, (value) =>
        isWithdrawn(value, choices, offered) ? undefined : value,
      );
    },
  });
}
