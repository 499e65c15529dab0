import { picklist } from 'valibot';
import type { Field, Options as Choices } from '../field.ts';
import { makeField, nounOf, type FieldOptions, type IsRequired } from './make-field.ts';
import { countOptions } from './tally.ts';

type ChoiceOptions = FieldOptions & {
  /** Stored value → what the person reads. */
  readonly options: Choices;
};

/** One of a few options. */
export function choice<const Options extends ChoiceOptions>(
  options: Options,
): Field<keyof Options['options'] & string, IsRequired<Options>> {
  type Value = keyof Options['options'] & string;
  const values = Object.keys(options.options) as Value[];
  return makeField(options, {
    control: { is: 'choice', options: options.options },
    missing: `Choose ${nounOf(options)}`,
    schema: picklist(values, `Choose ${nounOf(options)} from the list`),
    example: values[0] as Value,
    show: (answer) => options.options[answer] ?? answer,
    tally: (answers) => countOptions(values, answers),
  });
}
