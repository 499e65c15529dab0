import type { Control, Field } from '../field.ts';
import { binsOf, type Bin } from './bins.ts';

/** Answers in sum: of a name only how many gave one, of a choice how many chose what. */
export type Tally = {
  readonly answered: number;
  /** By stored value, in the order of the form; those nobody chose among them. */
  readonly options?: { readonly [value: string]: number };
  /** Absent when nobody answered. */
  readonly numbers?: {
    readonly min: number;
    readonly max: number;
    readonly mean: number;
    readonly median: number;
  };
  /** How they spread. */
  readonly bins?: readonly Bin[];
};

/**
 * What many people's answers to a field come to. By how it is asked, and not told by the field itself: that
 * travels to every phone, and none of them counts.
 */
export function tallyOf(
  { control, example }: Pick<Field, 'control' | 'example'>,
  answers: readonly unknown[],
): Tally {
  const values = valuesOf(control);
  return {
    answered: answers.length,
    ...(values && countOptions(values, answers.flat().map(String))),
    ...(typeof example === 'number' && measureNumbers(answers.filter(isNumber))),
  };
}

function valuesOf(control: Control): readonly string[] | undefined {
  if (control.is === 'choice' || control.is === 'choices') return Object.keys(control.options);
  return control.is === 'checkbox' ? ['true', 'false'] : undefined;
}

function isNumber(it: unknown): it is number {
  return typeof it === 'number';
}

/** How many chose each of the values. */
function countOptions(
  values: readonly string[],
  chosen: readonly string[],
): Pick<Tally, 'options'> {
  const counts = new Map(values.map((it) => [it, 0]));
  for (const it of chosen) counts.set(it, (counts.get(it) ?? 0) + 1);
  return { options: Object.fromEntries(counts) };
}

/** The ends and the middle of some numbers, and all between. */
function measureNumbers(numbers: readonly number[]): Pick<Tally, 'numbers' | 'bins'> {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return {};
  // Each is divided before it is added, or large ones would add up to more than a number can hold.
  const mean = sorted.reduce((sum, it) => sum + it / sorted.length, 0);
  return { numbers: { min, max, mean, median: medianOf(sorted) }, bins: binsOf(sorted) };
}

function medianOf(sorted: readonly number[]): number {
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return lower / 2 + upper / 2;
}
