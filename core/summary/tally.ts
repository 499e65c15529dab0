import type { Control, Field, FieldSummary } from '../form/field.ts';
import { histogramBins, type Bin } from './histogram-bins.ts';

/** Statistics of the answers to one field. For text it is only the number of answers; for a choice, a count per option. */
export type Tally = {
  readonly answered: number;
  /** Counts by stored value, in the order of the form, including options that nobody chose. */
  readonly options?: { readonly [value: string]: number };
  /** Absent when nobody answered. */
  readonly numbers?: {
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    readonly median: number;
  };
  /** The histogram of the numbers. */
  readonly bins?: readonly Bin[];
};

type Statistics = (answers: readonly unknown[], control: Control) => Omit<Tally, 'answered'>;

/** By what a field says about itself. Not part of the field, which every phone loads: only owners need statistics. */
const statistics: { readonly [Each in FieldSummary]: Statistics } = {
  options: (answers, control) =>
    countOptions('options' in control ? Object.keys(control.options) : [], answers),
  'yes-or-no': (answers) => countOptions(['true', 'false'], answers),
  numbers: (answers) => measureNumbers(answers.filter(isNumber)),
  locations: () => ({}),
  none: () => ({}),
};

/** Computes the statistics of many answers to a field. */
export function tallyOf(
  { control, summary }: Pick<Field, 'control' | 'summary'>,
  answers: readonly unknown[],
): Tally {
  return { answered: answers.length, ...statistics[summary](answers, control) };
}

function isNumber(it: unknown): it is number {
  return typeof it === 'number';
}

/** Counts how often each value was chosen. */
function countOptions(
  values: readonly string[],
  answers: readonly unknown[],
): Pick<Tally, 'options'> {
  const counts = new Map(values.map((it) => [it, 0]));
  for (const it of answers.flat().map(String)) counts.set(it, (counts.get(it) ?? 0) + 1);
  return { options: Object.fromEntries(counts) };
}

/** Minimum, maximum, mean, median and histogram. */
function measureNumbers(numbers: readonly number[]): Pick<Tally, 'numbers' | 'bins'> {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return {};
  // Divide each number before adding, so that the sum of large numbers does not overflow.
  const mean = sorted.reduce((sum, it) => sum + it / sorted.length, 0);
  return { numbers: { min, max, mean, median: medianOf(sorted) }, bins: histogramBins(sorted) };
}

function medianOf(sorted: readonly number[]): number {
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return lower / 2 + upper / 2;
}
