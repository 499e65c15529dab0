import { boolean, check, pipe } from 'valibot';
import type { Field } from '../field.ts';
import { because, makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type ConsentOptions = FieldOptions & {
  /** What the person agrees to, in the first person: "I agree to the terms". */
  readonly statement: string;
};

/** A box to tick. Never ticked beforehand; a required one is refused unless ticked. */
export function consent<const Options extends ConsentOptions>(
  options: Options,
): Field<boolean, IsRequired<Options>> {
  const complaint = because('unticked');
  return makeField<boolean, Options>(options, {
    control: { is: 'checkbox', statement: options.statement },
    missing: complaint,
    noun: options.statement,
    schema: options.optional
      ? boolean(complaint)
      : pipe(
          boolean(complaint),
          check((it) => it, complaint),
        ),
    jsonSchema: options.optional ? { type: 'boolean' } : { type: 'boolean', const: true },
    example: true,
    show: (answer) => (answer ? 'Yes' : 'No'),
  });
}
