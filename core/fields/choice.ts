import type { Field, Options as Choices } from '../form/field.ts';
import { getOwn } from '../values/own-property.ts';
import { err, ok } from '../values/result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type ChoiceOptions = FieldOptions & {
  /** Maps each stored value to its label. */
  readonly options: Choices;
  /** The option that is chosen at first, and the answer when none is sent. */
  readonly default?: string;
};

/** The default must be one of the options, and an optional field cannot have one. */
type DefaultOf<Options extends ChoiceOptions> =
  | { readonly default?: never }
  | { readonly default: keyof Options['options']; readonly optional?: never };

/** A choice of one option. */
export function choice<const Options extends ChoiceOptions>(
  options: Options & DefaultOf<Options>,
): Field<keyof Options['options'] & string, IsRequired<Options>> {
  type Value = keyof Options['options'] & string;
  const values = Object.keys(options.options) as Value[];
  return makeField<Value, Options>(options, {
    control: {
      is: 'choice',
      options: options.options,
      ...(options.default && { default: options.default }),
    },
    default: options.default,
    summary: 'options',
    missing: 'choose',
    read: (value) => {
      const chosen = values.find((it) => it === value);
      return chosen === undefined ? err('unlisted') : ok(chosen);
    },
    jsonSchema: { type: 'string', enum: values },
    example: values[0] as Value,
    show: (answer, texts) => getOwn(texts?.options ?? options.options, answer) ?? answer,
  });
}
