import type { Why } from '../complaint-words.ts';
import type { AutoComplete, Field, JsonSchema } from '../field.ts';
import { err, ok, type Result } from '../result.ts';
import { canBeTidied, countCodePoints, isPlainLine, tidy } from './characters.ts';
import { makeField, type FieldOptions, type IsRequired, type Read } from './make-field.ts';

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
  readonly read: Read<string>;
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
    read: readText(isAllowed, limits),
    jsonSchema: { type: 'string', minLength: min, maxLength: max },
  };
}

/** Text that is well formed, made of allowed characters and of a length between the limits. */
function readText(isAllowed: (text: string) => boolean, { min, max }: Length): Read<string> {
  return (value) => {
    if (typeof value !== 'string') return err('no-text');
    if (!canBeTidied(value)) return err('many-marks');
    const text = tidy(value);
    if (!isAllowed(text)) return err('not-plain');
    const length = countCodePoints(text);
    if (length < min) return err('too-short');
    return length > max ? err('too-long') : ok(text);
  };
}

/** One line of text that means something: what it is kept as, or why it means nothing. */
export function readLine(
  limits: Length,
  understand: (line: string) => Result<string, Why>,
): Read<string> {
  const read = readText(isPlainLine, limits);
  return (value) => {
    const line = read(value);
    return line.ok ? understand(line.value) : line;
  };
}
