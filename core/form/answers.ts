import type { Field } from './field.ts';

export type Fields = { readonly [name: string]: Field };

export type AnswerOf<F> = F extends Field<infer Answer> ? Answer : never;
type RequiredNames<Fs> = {
  [K in keyof Fs]: Fs[K] extends { readonly required: true } ? K : never;
}[keyof Fs];

/**
 * The type of the answers to a form's fields: required answers, then optional ones, and calculated values.
 * `Conditional` are the fields that are not always asked.
 */
export type AnswersTo<
  Fs extends Fields,
  Conditional extends PropertyKey = never,
  Calculated = unknown,
> = Flat<
  { readonly [K in Exclude<RequiredNames<Fs>, Conditional>]: AnswerOf<Fs[K]> } & {
    readonly [K in Exclude<keyof Fs, Exclude<RequiredNames<Fs>, Conditional>>]?: AnswerOf<Fs[K]>;
  } & { readonly [K in keyof Calculated]?: Calculated[K] }
>;

/** Merges an intersection into one object type, so that editors show it readably. */
type Flat<T> = { [K in keyof T]: T[K] };

/** The type of the answers to a form. */
export type Answers<F> = F extends { readonly '~answers'?: infer Given }
  ? NonNullable<Given>
  : never;

/**
 * One thing wrong with one answer, worded as an instruction. `field` is the field's name; inside a repeat it is
 * the path `people/<id of the instance>/age`; and `''` for the whole form.
 */
export type Issue = { readonly field: string; readonly message: string };
