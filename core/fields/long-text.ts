import type { Field } from '../form/field.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { textKind } from './text.ts';
import { tidyText } from '../values/tidy-text.ts';

type LongTextOptions = FieldOptions & {
  /** In characters as a person counts them; 5000 by default. */
  readonly max?: number;
  /** In characters; 1 by default. */
  readonly min?: number;
  /** How many lines the box has at first; 5 by default. */
  readonly rows?: number;
  /** A valid answer, for the API’s description and for tests. */
  readonly example?: string;
};

/** Several lines of text. */
export function longText<const Options extends LongTextOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const { rows = 5, max = 5000, example = 'First line\nSecond line' }: LongTextOptions = options;
  return makeField(options, {
    control: { is: 'textarea', rows, max },
    missing: 'enter',
    ...textKind(options, tidyText, max),
    example,
  });
}
