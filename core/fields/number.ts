import type { Field } from '../field.ts';
import { isTwoNumbers } from '../number-text.ts';
import { err, ok } from '../result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type NumberOptions = FieldOptions & {
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  /** Shown beside the box, such as `kg`. */
  readonly unit?: string;
};

/** What DynamoDB can hold next to zero: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const smallest = 1e-130;
/** Beyond it neighbouring whole numbers are one and the same, and the AWS SDK refuses them. */
const largest = Number.MAX_SAFE_INTEGER;

/** A number that is stored as it was given: finite, and not rounded on its way. */
export function number<const Options extends NumberOptions>(
  options: Options,
): Field<number, IsRequired<Options>> {
  const { min = -largest, max = largest, whole = false, unit }: NumberOptions = options;
  return makeField(options, {
    control: {
      is: 'input',
      type: 'number',
      // An iPhone's number keys have no minus.
      ...(min >= 0 && { inputMode: whole ? 'numeric' : 'decimal' }),
      ...(unit && { unit }),
      range: { min, max, whole },
    },
    missing: 'enter',
    limits: { min: options.min, max: options.max, whole },
    read: (value) => {
      const isOne = typeof value === 'number' && isStorable(value);
      const fits = isOne && value >= min && value <= max && (!whole || Number.isInteger(value));
      if (fits) return ok(value);
      return err(isTwoNumbers(value) ? 'two-numbers' : 'no-number');
    },
    jsonSchema: { type: whole ? 'integer' : 'number', minimum: min, maximum: max },
    example: Math.min(Math.max(min, 1), max),
    show: (answer) => (unit ? `${answer} ${unit}` : String(answer)),
  });
}

/** Whether the table keeps it as it is. */
export function isStorable(it: number): boolean {
  const size = Math.abs(it);
  return size <= largest && (size === 0 || size >= smallest);
}
