import type { Field, Options as Choices } from '../form/field.ts';
import { getOwn } from '../values/own-property.ts';
import { err, ok } from '../values/result.ts';
import { joinLabels } from '../values/join-labels.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type ChoicesOptions = FieldOptions & {
  /** Maps each stored value to its label. */
  readonly options: Choices;
};

/** A choice of any number of options, stored in the order of the form. */
export function choices<const Options extends ChoicesOptions>(
  options: Options,
): Field<readonly (keyof Options['options'] & string)[], IsRequired<Options>> {
  type Value = keyof Options['options'] & string;
  const values = Object.keys(options.options) as Value[];
  return makeField(options, {
    control: { is: 'choices', options: options.options },
    summary: 'options',
    missing: 'choose',
    read: (value) => {
      // Check the length first: a request body can contain a list of 30 000.
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
    show: (answer, texts) => {
      const labels: Choices = texts?.options ?? options.options;
      return joinLabels(
        answer.map((value) => getOwn(labels, value) ?? value),
        Object.values(labels),
        texts?.comma,
      );
    },
  });
}
