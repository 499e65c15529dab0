import { check, pipe, string, transform, type GenericSchema } from 'valibot';
import type { AutoComplete, Field, JsonSchema } from '../field.ts';
import { canBeTidied, countCodePoints, isPlainLine, tidy } from './characters.ts';
import { makeField, nounOf, type FieldOptions, type IsRequired } from './make-field.ts';

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
    missing: `Enter ${nounOf(options)}`,
    ...textKind(options, isPlainLine, 200),
    example,
  });
}

/** Text, for those who parse it and for those who read of it. */
export function textKind(
  options: Pick<TextOptions, 'min' | 'max' | 'noun' | 'label'>,
  isAllowed: (text: string) => boolean,
  defaultMax: number,
): { readonly schema: GenericSchema<unknown, string>; readonly jsonSchema: JsonSchema } {
  const { min = 1, max = defaultMax } = options;
  return {
    schema: textSchema(options, isAllowed, defaultMax),
    jsonSchema: { type: 'string', minLength: min, maxLength: max },
  };
}

/** Text that is well formed, made of allowed characters and of a length between the limits. */
export function textSchema(
  options: Pick<TextOptions, 'min' | 'max' | 'noun' | 'label'>,
  isAllowed: (text: string) => boolean,
  defaultMax: number,
): GenericSchema<unknown, string> {
  const { min = 1, max = defaultMax } = options;
  const noun = nounOf(options);
  return pipe(
    string(`Enter ${noun} as text`),
    check(canBeTidied, `Enter ${noun} with fewer marks on each letter`),
    transform(tidy),
    check(isAllowed, `Enter ${noun} in ordinary characters, without control characters`),
    check((it) => countCodePoints(it) >= min, `Enter ${noun} in ${min} characters or more`),
    check((it) => countCodePoints(it) <= max, `Enter ${noun} in ${max} characters or fewer`),
  );
}
