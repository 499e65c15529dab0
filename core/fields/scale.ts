import type { Field } from '../form/field.ts';
import { chosenNumber } from './chosen-number.ts';
import type { FieldOptions, IsRequired } from './make-field.ts';

type ScaleOptions = FieldOptions & {
  /** The lowest number; 0 by default. */
  readonly min?: number;
  /** The highest number; 10 by default. */
  readonly max?: number;
  /** What the lowest and the highest number mean: `['Not at all likely', 'Very likely']`. */
  readonly ends?: readonly [low: string, high: string];
};

/** A whole number that is chosen from a few in a row. */
export function scale<const Options extends ScaleOptions>(
  options: Options,
): Field<number, IsRequired<Options>> {
  const { min = 0, max = 10, ends }: ScaleOptions = options;
  return chosenNumber(options, { is: 'scale', min, max, ...(ends && { ends }) });
}
