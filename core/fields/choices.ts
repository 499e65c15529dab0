import { array, check, picklist, pipe, transform, unknown } from 'valibot';
import type { Field, Options as Choices } from '../field.ts';
import { because, makeField, type FieldOptions, type IsRequired } from './make-field.ts';

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
  const complaint = because('unlisted');
  return makeField(options, {
    control: { is: 'choices', options: options.options },
    missing: 'choose',
    schema: pipe(
      unknown(),
      // Before the items are looked at: a list of 200 000 wrong ones takes a library half a second.
      check((it) => !Array.isArray(it) || it.length <= values.length, complaint),
      array(picklist(values, complaint), complaint),
      transform((chosen) => values.filter((value) => chosen.includes(value))),
    ),
    jsonSchema: {
      type: 'array',
      items: { type: 'string', enum: values },
      uniqueItems: true,
      minItems: 1,
    },
    example: values.slice(0, 1),
    show: (answer) => answer.map((value) => options.options[value] ?? value).join(', '),
  });
}
