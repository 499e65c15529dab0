import type { Control, Field, FieldSummary } from '../form/field.ts';
import { chosenValues, optionValues } from '../form/options.ts';
import { scaleValues } from '../form/scale-values.ts';
import { isRecord } from '../values/is-record.ts';
import { getOwn } from '../values/own-property.ts';
import { histogramBins, type Bin } from './histogram-bins.ts';

/** Statistics of the answers to one field. For text it is only the number of answers; for a choice, a count per option. */
export type Tally = {
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
    countOptions('options' in control ? optionValues(control.options) : [], answers),
  'yes-or-no': (answers) => countOptions(['true', 'false'], answers),
  instances: (answers) => measureNumbers(answers.filter(Array.isArray).map((it) => it.length)),
  listed: countMostFrequent,
  matrix: countRows,
  ranking: countRanks,
  numbers: (answers) => measureNumbers(answers.filter(isNumber)),
  scale: (answers, control) => ({
    ...countOptions(scaleValues(control), answers),
    ...withoutBins(measureNumbers(answers.filter(isNumber))),
  }),
  locations: () => ({}),
  files: (answers) => measureNumbers(answers.filter(Array.isArray).map((it) => it.length)),
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
  for (const it of answers.flatMap(chosenValues)) counts.set(it, (counts.get(it) ?? 0) + 1);
  return { options: Object.fromEntries(counts) };
}

/** Of a long list, only what was chosen most often is counted: most of its options never are. */
const mostFrequent = 100;

function countMostFrequent(answers: readonly unknown[]): Pick<Tally, 'mostChosen'> {
  const counts = Object.entries(countOptions([], answers).options ?? {});
  const sorted = counts.toSorted(([, a], [, b]) => b - a).slice(0, mostFrequent);
  return { mostChosen: Object.fromEntries(sorted) };
}

/** Counts how often each column was chosen in each row. */
function countRows(answers: readonly unknown[], control: Control): Pick<Tally, 'rows'> {
  if (!('columns' in control)) return {};
  const given = answers.filter(isRecord);
  const rows = optionValues(control.rows).map((row) => {
    const chosen = given.flatMap((it) => getOwn(it, row) ?? []);
    return [row, countOptions(optionValues(control.columns), chosen).options ?? {}] as const;
  });
  return { rows: Object.fromEntries(rows) };
}

/** Counts how often each option came in which position. */
function countRanks(answers: readonly unknown[], control: Control): Pick<Tally, 'ranks'> {
  if (!('options' in control)) return {};
  const values = optionValues(control.options);
  const orders = answers.map(chosenValues);
  const ranks = values.map((value) => {
    const counts = values.map((_, rank) => orders.filter((it) => it[rank] === value).length);
    return [value, counts] as const;
  });
  return { ranks: Object.fromEntries(ranks) };
}

/** Each number of a scale is counted by itself. */
function withoutBins({ numbers }: Pick<Tally, 'numbers'>): Pick<Tally, 'numbers'> {
  return numbers ? { numbers } : {};
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
