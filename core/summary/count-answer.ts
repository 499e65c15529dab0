import type { Field, FieldSummary } from '../form/field.ts';
import { chosenValues } from '../form/options.ts';
import { isRecord } from '../values/is-record.ts';
import type { CountBy, FieldCounts } from './counts.ts';

type Count = (answer: unknown) => Omit<FieldCounts, 'answered'>;

/** By what a field says about itself. Not part of the field, which every phone loads: only owners need counts. */
const counters: { readonly [Each in FieldSummary]: Count } = {
  options: countChosen,
  'yes-or-no': countChosen,
  listed: countChosen,
  scale: countChosen,
  numbers: (answer) => (typeof answer === 'number' ? countNumber(answer) : {}),
  instances: countLength,
  files: countLength,
  matrix: (answer) => (isRecord(answer) ? { rows: mapValues(answer, countBy) } : {}),
  ranking: (answer) => ({
    ranks: Object.fromEntries(chosenValues(answer).map((value, rank) => [value, { [rank]: 1 }])),
  }),
  locations: () => ({}),
  none: () => ({}),
};

/** What one answer adds to the counts of its field. */
export function countAnswer({ summary }: Pick<Field, 'summary'>, answer: unknown): FieldCounts {
  return { answered: 1, ...counters[summary](answer) };
}

function countChosen(answer: unknown): Pick<FieldCounts, 'chosen'> {
  const chosen = countBy(answer);
  return Object.keys(chosen).length > 0 ? { chosen } : {};
}

function countBy(answer: unknown): CountBy {
  const counts = new Map<string, number>();
  for (const it of chosenValues(answer)) counts.set(it, (counts.get(it) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function countLength(answer: unknown): Pick<FieldCounts, 'numbers'> {
  return Array.isArray(answer) ? countNumber(answer.length) : {};
}

function countNumber(number: number): Pick<FieldCounts, 'numbers'> {
  return { numbers: { cells: { [String(number)]: 1 } } };
}

function mapValues<Value>(
  record: Readonly<Record<string, unknown>>,
  change: (value: unknown) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([key, it]) => [key, change(it)]));
}
