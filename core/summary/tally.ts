import type { Control, Field, FieldSummary } from '../form/field.ts';
import { optionValues } from '../form/options.ts';
import { scaleValues } from '../form/scale-values.ts';
import { getOwn } from '../values/own-property.ts';
import type { CountBy, FieldCounts } from './counts.ts';
import { measureNumbers, type Measured } from './measure-numbers.ts';

/** Statistics of the answers to one field. For text it is only the number of answers; for a choice, a count per option. */
export type Tally = Measured & {
  readonly answered: number;
  /** The entries in which the field was asked; absent if it was asked in all of them. */
  readonly relevant?: number;
  /** Counts by stored value, including options that nobody chose. JSON has no order: that is the form's. */
  readonly options?: { readonly [value: string]: number };
  /** Of a long list: how often the values that were chosen most often were. */
  readonly mostChosen?: { readonly [value: string]: number };
  /** Of a matrix: by row, how often each column was chosen. */
  readonly rows?: { readonly [row: string]: { readonly [column: string]: number } };
  /** Of a ranking: by option, how often it came first, second, and so on. */
  readonly ranks?: { readonly [value: string]: readonly number[] };
};

type Statistics = (counts: FieldCounts, control: Control) => Omit<Tally, 'answered'>;

/** By what a field says about itself. Not part of the field, which every phone loads: only owners need statistics. */
const statistics: { readonly [Each in FieldSummary]: Statistics } = {
  options: ({ chosen }, control) => ({
    options: allOf('options' in control ? optionValues(control.options) : [], chosen),
  }),
  'yes-or-no': ({ chosen }) => ({ options: allOf(['true', 'false'], chosen) }),
  instances: ({ numbers }) => measureNumbers(numbers),
  listed: mostChosenOf,
  matrix: rowsOf,
  ranking: ranksOf,
  numbers: ({ numbers }) => measureNumbers(numbers),
  scale: ({ chosen }, control) => ({
    options: allOf(scaleValues(control), chosen),
    ...withoutBins(measureNumbers(chosen && { cells: chosen })),
  }),
  locations: () => ({}),
  files: ({ numbers }) => measureNumbers(numbers),
  none: () => ({}),
};

/** Computes the statistics of a field from its counts. */
export function tallyOf(
  { control, summary }: Pick<Field, 'control' | 'summary'>,
  counts: FieldCounts,
): Tally {
  return { answered: counts.answered ?? 0, ...statistics[summary](counts, control) };
}

/** How often each value was chosen, including those that never were, in the order of the form. */
function allOf(values: readonly string[], chosen: CountBy = {}): CountBy {
  return { ...Object.fromEntries(values.map((it) => [it, 0])), ...chosen };
}

/** Of a long list, only what was chosen most often is shown: most of its options never are. */
const mostFrequent = 100;

function mostChosenOf({ chosen = {} }: FieldCounts): Pick<Tally, 'mostChosen'> {
  const sorted = Object.entries(chosen).toSorted(([a, one], [b, other]) =>
    one === other ? (a < b ? -1 : 1) : other - one,
  );
  return { mostChosen: Object.fromEntries(sorted.slice(0, mostFrequent)) };
}

/** How often each column was chosen in each row. */
function rowsOf({ rows }: FieldCounts, control: Control): Pick<Tally, 'rows'> {
  if (!('columns' in control)) return {};
  const columns = optionValues(control.columns);
  return {
    rows: Object.fromEntries(
      optionValues(control.rows).map((row) => [row, allOf(columns, getOwn(rows, row))]),
    ),
  };
}

/** How often each option came in which position. */
function ranksOf({ ranks }: FieldCounts, control: Control): Pick<Tally, 'ranks'> {
  if (!('options' in control)) return {};
  const values = optionValues(control.options);
  return {
    ranks: Object.fromEntries(
      values.map((value) => [
        value,
        values.map((_, rank) => getOwn(getOwn(ranks, value), String(rank)) ?? 0),
      ]),
    ),
  };
}

/** Each number of a scale is counted by itself. */
function withoutBins({ numbers }: Pick<Tally, 'numbers'>): Pick<Tally, 'numbers'> {
  return numbers ? { numbers } : {};
}
