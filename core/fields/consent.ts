import type { AnswerTexts, Field } from '../form/field.ts';
import { err, ok } from '../values/result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

const english = { yes: 'Yes', no: 'No' };

type ConsentOptions = FieldOptions & {
  /** What the person agrees to, in the first person: "I agree to the terms". */
  readonly statement: string;
};

/** A checkbox, never ticked at first. If it is required, it must be ticked. */
export function consent<const Options extends ConsentOptions>(
  options: Options,
): Field<boolean, IsRequired<Options>> {
  return makeField<boolean, Options>(options, {
    control: { is: 'checkbox', statement: options.statement },
    summary: 'yes-or-no',
    missing: 'unticked',
    noun: options.statement,
    read: (value) =>
      value === true || (value === false && options.optional) ? ok(value) : err('unticked'),
    jsonSchema: { type: 'boolean', ...(!options.optional && { const: true }) },
    example: true,
    show: (answer, { yes, no }: Pick<AnswerTexts, 'yes' | 'no'> = english) => (answer ? yes : no),
  });
}
