import type { AutoComplete, Field, JsonSchema } from '../field.ts';
import { err, ok, type Result } from '../result.ts';
import {
  countBytes,
  countCharacters,
  countCodePoints,
  hasFewMarks,
  isDamaged,
} from './characters.ts';
import {
  makeField,
  type FieldOptions,
  type IsRequired,
  type Read,
  type Refused,
} from './make-field.ts';
import { tidyCode, tidyLine } from './tidy.ts';

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
    ...textKind(options, tidyLine, 200),
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
  tidy: (text: string) => string,
  defaultMax: number,
): TextKind {
  const { min = 1, max = defaultMax } = options;
  const limits = { min, max };
  return {
    limits,
    read: readText(tidy, limits),
    jsonSchema: { type: 'string', minLength: min, maxLength: max },
  };
}

/** Bytes that a character may have: more than an emoji of a family in its several skins. */
const mostBytes = 64;

/** Text without damage, and of a length between the limits. */
function readText(tidy: (text: string) => string, { min, max }: Length): Read<string> {
  return (value) => {
    if (typeof value !== 'string') return err('no-text');
    const text = tidy(value);
    if (!hasFewMarks(text)) return err('many-marks');
    if (isDamaged(text)) return err('damaged');
    if (min > 1 && countCharacters(text) < min) return err('too-short');
    // By code points first: that is quick, and the same everywhere.
    if (countCodePoints(text) <= max) return ok(text);
    const length = countCharacters(text);
    if (length > max) return err({ why: 'too-long', limits: { length } });
    const room = max * mostBytes;
    const bytes = countBytes(text);
    return bytes <= room
      ? ok(text)
      : err({ why: 'too-big', limits: { over: Math.ceil(((bytes - room) / bytes) * length) } });
  };
}

/** One line of text that means something: what it is kept as, or why it means nothing. */
export function readLine(
  limits: Length,
  understand: (line: string) => Result<string, Refused>,
): Read<string> {
  const read = readText(tidyCode, limits);
  return (value) => {
    const line = read(value);
    return line.ok ? understand(line.value) : line;
  };
}
