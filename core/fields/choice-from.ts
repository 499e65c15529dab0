import type { Field } from '../form/field.ts';
import { listWithout, rowLabel, type List, type ListRow } from '../form/list.ts';
import { err, ok } from '../values/result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { withoutWithdrawn } from './offered-options.ts';

type ChoiceFromOptions = FieldOptions & {
  /** Where the options are: `list(() => import('./lists/districts.ts'))`. docs/add-a-list.md has an example. */
  readonly list: List;
  /** An answer that is accepted, for the API’s description and for tests: the value of a row. */
  readonly example: string;
};

/** In characters. */
const maxValueLength = 100;

/** A choice of one row of a long list, found by typing a part of its label. */
export function choiceFrom<const Options extends ChoiceFromOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const { list, example }: ChoiceFromOptions = options;
  return makeField(options, {
    control: { is: 'list', list },
    summary: 'listed',
    missing: 'choose',
    limits: { max: maxValueLength },
    read: (value) => {
      if (typeof value !== 'string' || value.length > maxValueLength) return err('unlisted');
      // Until the list has loaded, any text may be a value. The server has the list.
      return list.isLoaded() && !list.find(value) ? err('unlisted') : ok(value);
    },
    jsonSchema: { type: 'string', minLength: 1, maxLength: maxValueLength },
    example,
    show: (answer, texts) => {
      const row = list.find(answer);
      return row ? rowLabel(row, texts?.language) : answer;
    },
    load: list.load,
    offering(isOffered) {
      // Whoever draws the list asks about each row, the server about one. A few rows are enough to find out on which
      // answers this depends.
      for (const row of sampleRows(list)) isOffered(row);
      const offered = listWithout(list, isOffered);
      const narrowed = choiceFrom({ ...options, list: offered });
      return withoutWithdrawn(narrowed, (value) =>
        typeof value === 'string' && list.find(value) && !offered.find(value) ? undefined : value,
      );
    },
  });
}

/** About a hundred rows from everywhere in the list, and an empty one, even before it has loaded. */
function sampleRows(list: List): readonly ListRow[] {
  const rows = list.rows() ?? [];
  const apart = Math.ceil(rows.length / 100);
  return [{ value: '', label: '' }, ...rows.filter((_, i) => i % apart === 0)];
}
