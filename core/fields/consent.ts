import type { Field } from '../field.ts';
import { err, ok } from '../result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type ConsentOptions = FieldOptions & {
  /** What the person agrees to, in the first person: "I agree to the terms". */
  readonly statement: string;
};

/** A box to tick. Never ticked beforehand; a required one is refused unless ticked. */
export function consent<const Options extends ConsentOptions>(
  options: Options,
): Field<boolean, IsRequired<Options>> {
  return makeField<boolean, Options>(options, {
    control: { is: 'checkbox', statement: options.statement },
    missing: 'unticked',
    noun: options.statement,
    read: (value) =>
      value === true || (value === false && options.optional) ? ok(value) : err('unticked'),
    jsonSchema: { type: 'boolean', ...(!options.optional && { const: true }) },
    example: true,
    show: (answer) => (answer ? 'Yes' : 'No'),
  });
}
