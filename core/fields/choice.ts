import type { Field, Options as Choices } from '../field.ts';
import { own } from '../own.ts';
import { err, ok } from '../result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type ChoiceOptions = FieldOptions & {
  /** Stored value → what the person reads. */
  readonly options: Choices;
  /** The option taken when none is chosen, and shown as chosen from the start. */
  readonly default?: string;
};

/** An option there is, and not for a question that may be left unanswered. */
type DefaultOf<Options extends ChoiceOptions> =
  | { readonly default?: never }
  | { readonly default: keyof Options['options']; readonly optional?: never };

/** One of a few options. */
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
    missing: 'choose',
    read: (value) => {
      const chosen = values.find((it) => it === value);
      return chosen === undefined ? err('unlisted') : ok(chosen);
    },
    jsonSchema: { type: 'string', enum: values },
    example: values[0] as Value,
    show: (answer) => own(options.options, answer) ?? answer,
  });
}
