import { check, pipe, string, transform, type GenericSchema } from 'valibot';
import type { AutoComplete, Field, JsonSchema } from '../field.ts';
import { canBeTidied, countCodePoints, isPlainLine, tidy } from './characters.ts';
import { because, makeField, type FieldOptions, type IsRequired } from './make-field.ts';

type TextOptions = FieldOptions & {
  readonly autoComplete?: AutoComplete;
  /** In characters as a person counts them; 200 when left out. */
  readonly max?: number;
  readonly min?: number;
  readonly example?: string;
};

/** One line of text. */
export function text<const Options extends TextOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const { autoComplete, example = 'An example' }: TextOptions = options;
  return makeField(options, {
    control: { is: 'input', type: 'text', ...(autoComplete && { autoComplete }) },
    missing: 'enter',
    ...textKind(options, isPlainLine, 200),
    example,
  });
}

type Length = { readonly min: number; readonly max: number };
type TextKind = {
  readonly limits: Length;
  readonly schema: GenericSchema<unknown, string>;
  readonly jsonSchema: JsonSchema;
};

/** Text, for those who parse it and for those who read of it. */
export function textKind(
  options: Partial<Length>,
  isAllowed: (text: string) => boolean,
  defaultMax: number,
): TextKind {
  const { min = 1, max = defaultMax } = options;
  const limits = { min, max };
  return {
    limits,
    schema: textSchema(isAllowed, limits),
    jsonSchema: { type: 'string', minLength: min, maxLength: max },
  };
}

/** Text that is well formed, made of allowed characters and of a length between the limits. */
export function textSchema(
  isAllowed: (text: string) => boolean,
  { min, max }: Length,
): GenericSchema<unknown, string> {
  return pipe(
    string(because('no-text')),
    check(canBeTidied, because('many-marks')),
    transform(tidy),
    check(isAllowed, because('not-plain')),
    check((it) => countCodePoints(it) >= min, because('too-short')),
    check((it) => countCodePoints(it) <= max, because('too-long')),
  );
}
