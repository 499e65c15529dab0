import type { AutoComplete, Field, JsonSchema } from '../form/field.ts';
import { err, ok, type Result } from '../values/result.ts';
import {
  countBytes,
  countCharacters,
  countCodePoints,
  hasFewMarks,
  isDamaged,
} from '../values/characters.ts';
import {
  makeField,
  type FieldOptions,
  type IsRequired,
  type AnswerReader,
  type ReadIssue,
} from './make-field.ts';
import { tidyCode, tidyLine } from '../values/tidy-text.ts';

type TextOptions = FieldOptions & {
  /** What the browser may fill in, by the names of HTML’s autofill, such as `given-name`. */
  readonly autoComplete?: AutoComplete;
  /** In characters as a person counts them; 200 by default. */
  readonly max?: number;
  /** In characters; 1 by default. */
  readonly min?: number;
  /** A valid answer, for the API’s description and for tests. */
  readonly example?: string;
};

/** One line of text. */
export function text<const Options extends TextOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const { autoComplete, min, max = 200, example = 'An example' }: TextOptions = options;
  return makeField(options, {
    control: { is: 'input', type: 'text', ...(autoComplete && { autoComplete }) },
    missing: 'enter',
    ...textKind({ min, max }, tidyLine),
    example,
  });
}

type Length = { readonly min: number; readonly max: number };
type TextKind = {
  readonly limits: Length;
  readonly read: AnswerReader<string>;
  readonly jsonSchema: JsonSchema;
};

/** The limits, parser and JSON Schema that all kinds of text share. */
export function textKind(
  { min = 1, max }: { readonly min?: number | undefined; readonly max: number },
  tidy: (text: string) => string,
): TextKind {
  const limits = { min, max };
  return {
    limits,
    read: readText(tidy, limits),
    jsonSchema: { type: 'string', minLength: min, maxLength: max },
  };
}

/** More bytes than the longest common emoji has: a family with several skin tones. */
const maxBytesPerCharacter = 64;

/** Parses undamaged text whose length is within the limits. */
function readText(tidy: (text: string) => string, { min, max }: Length): AnswerReader<string> {
  return (value) => {
    if (typeof value !== 'string') return err('no-text');
    const text = tidy(value);
    if (!hasFewMarks(text)) return err('many-marks');
    if (isDamaged(text)) return err('damaged');
    if (min > 1 && countCharacters(text) < min) return err('too-short');
    // Count code points first: it is fast, and every engine counts the same.
    if (countCodePoints(text) <= max) return ok(text);
    const length = countCharacters(text);
    if (length > max) return err({ code: 'too-long', limits: { length } });
    const maxBytes = max * maxBytesPerCharacter;
    const bytes = countBytes(text);
    return bytes <= maxBytes
      ? ok(text)
      : err({
          code: 'too-big',
          limits: { over: Math.ceil(((bytes - maxBytes) / bytes) * length) },
        });
  };
}

/** Parses one line of text further, such as into an address or a code. */
export function readLine(
  limits: Length,
  parseLine: (line: string) => Result<string, ReadIssue>,
): AnswerReader<string> {
  const read = readText(tidyCode, limits);
  return (value) => {
    const line = read(value);
    return line.ok ? parseLine(line.value) : line;
  };
}
