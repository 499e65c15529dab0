import type { Field, Options as Choices } from '../field.ts';
import { own } from '../own.ts';
import { err, ok } from '../result.ts';
import { joined } from './joined.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type ChoicesOptions = FieldOptions & {
  /** Stored value → what the person reads. */
  readonly options: Choices;
};

/** Any of a few options, kept in the order the form lists them. */
export function choices<const Options extends ChoicesOptions>(
  options: Options,
): Field<readonly (keyof Options['options'] & string)[], IsRequired<Options>> {
  type Value = keyof Options['options'] & string;
  const values = Object.keys(options.options) as Value[];
  return makeField(options, {
    control: { is: 'choices', options: options.options },
    missing: 'choose',
    read: (value) => {
      // The length first: a body has room for a list of 30 000.
      const isList = Array.isArray(value) && value.length <= values.length;
      if (!isList || !value.every((it) => values.includes(it))) return err('unlisted');
      return ok(values.filter((it) => value.includes(it)));
    },
    jsonSchema: {
      type: 'array',
      items: { type: 'string', enum: values },
      uniqueItems: true,
      minItems: 1,
    },
    example: values.slice(0, 1),
    show: (answer) =>
      joined(
        answer.map((value) => own(options.options, value) ?? value),
        Object.values(options.options),
      ),
  });
}
