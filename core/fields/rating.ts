import type { Field } from '../form/field.ts';
import { chosenNumber } from './chosen-number.ts';
import type { FieldOptions, IsRequired } from './make-field.ts';

type RatingOptions = FieldOptions & {
  /** The best rating; 5 by default. */
  readonly max?: number;
  /** What the worst and the best rating mean: `['Very poor', 'Very good']`. */
  readonly ends?: readonly [low: string, high: string];
};

/** A rating from 1, given as stars. */
export function rating<const Options extends RatingOptions>(
  options: Options,
): Field<number, IsRequired<Options>> {
  const { max = 5, ends }: RatingOptions = options;
  return chosenNumber(options, { is: 'scale', min: 1, max, hasStars: true, ...(ends && { ends }) });
}
