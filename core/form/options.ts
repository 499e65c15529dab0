import { isRecord } from '../values/is-record.ts';
import type { Options } from './field.ts';

/** The stored values of options, in the order of the form. */
export function optionValues<Value extends string>(
  options: readonly (readonly [value: Value, label: string])[],
): readonly Value[] {
  return options.map(([value]) => value);
}

/** The label of an option; `undefined` if there is no such option. */
export function optionLabel(options: Options, wanted: string): string | undefined {
  return options.find(([value]) => value === wanted)?.[1];
}

/** One chosen option: its value, or `{ other: 'A spring' }` if it asks for a text and its value is `other`. */
export type ChosenOption = string | { readonly [value: string]: string };

/** One of the options with these values, of which those in `Other` ask for a text. */
export type Chosen<Value extends string, Other extends string> = [Other] extends [never]
  ? Value
  : Exclude<Value, Other> | OtherChosen<Other>;
type OtherChosen<Other extends string> = Other extends string
  ? { readonly [Value in Other]: string }
  : never;

/** The values of the options that an answer of any shape chooses. The text of one that asks for a text is not looked at. */
export function chosenValues(answer: unknown): readonly string[] {
  if (Array.isArray(answer)) return answer.flatMap(chosenValues);
  if (isRecord(answer)) return Object.keys(answer).slice(0, 1);
  const isValue =
    typeof answer === 'string' || typeof answer === 'boolean' || typeof answer === 'number';
  return isValue ? [String(answer)] : [];
}

/** The text that was given for an option that asks for one. */
export function otherText(answer: unknown): string | undefined {
  if (Array.isArray(answer)) return answer.map(otherText).find((it) => it !== undefined);
  const text = isRecord(answer) ? Object.values(answer)[0] : undefined;
  return typeof text === 'string' ? text : undefined;
}
