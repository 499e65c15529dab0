import type { Field } from '../form/field.ts';
import { tidyLine } from '../values/tidy-text.ts';
import { makeField, type FieldOptions } from './make-field.ts';
import { textKind } from './text.ts';

type HiddenOptions = Pick<FieldOptions, 'label'> & {
  /** In characters; 200 by default. A longer value in a link is left out. */
  readonly max?: number;
  /** A value, for the API’s description and for tests. */
  readonly example?: string;
};

/**
 * A value that nobody is asked for: it comes from the link that was opened, as `source` does from
 * `/visit?source=poster`.
 */
export function hidden({
  label,
  max = 200,
  example = 'poster',
}: HiddenOptions): Field<string, false> {
  return makeField<string, { label: string; optional: true }>(
    { label, optional: true },
    {
      control: { is: 'hidden', from: 'link' },
      missing: 'enter',
      ...textKind({ max }, tidyLine),
      example,
    },
  );
}
