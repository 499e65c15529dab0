import type { ControlNamed, Field } from '../form/field.ts';
import { err, ok } from '../values/result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

/** A field whose answer is one of the whole numbers in a row. */
export function chosenNumber<const Options extends FieldOptions>(
  options: Options,
  control: ControlNamed<'scale'>,
): Field<number, IsRequired<Options>> {
  const { min, max } = control;
  return makeField(options, {
    control,
    summary: 'scale',
    missing: 'choose',
    limits: { min, max, whole: true },
    read: (value) => {
      const isNumber = typeof value === 'number' && Number.isInteger(value);
      return isNumber && value >= min && value <= max ? ok(value) : err('no-number');
    },
    jsonSchema: { type: 'integer', minimum: min, maximum: max },
    example: max,
  });
}
