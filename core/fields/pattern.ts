import type { AutoComplete, Field } from '../form/field.ts';
import { err, ok } from '../values/result.ts';
import { makeField, type FieldOptions, type IsRequired } from './make-field.ts';
import { readLine } from './text.ts';

type PatternOptions = FieldOptions & {
  /** What the whole text has to match, as in `/[A-Z]{2}\d{6}/`. */
  readonly pattern: RegExp;
  /** The issue when it does not match, as an instruction: "Enter your passport number, like AB123456". */
  readonly message: string;
  /** A text that matches, for the API’s description and for tests. */
  readonly example: string;
  /** The most characters; 60 by default. */
  readonly max?: number;
  /** Shows the keyboard of digits on a phone. */
  readonly digits?: true;
  /** What the browser may fill in, by the names of HTML’s autofill, such as `postal-code`. */
  readonly autoComplete?: AutoComplete;
};

/** A number or code with a format of its own: of a passport, a meter, a sample. */
export function pattern<const Options extends PatternOptions>(
  options: Options,
): Field<string, IsRequired<Options>> {
  const { max = 60, message, digits, autoComplete }: PatternOptions = options;
  const limits = { min: 1, max };
  const whole = wholeText(options.pattern);
  return makeField(options, {
    control: {
      is: 'input',
      type: 'text',
      isCode: true,
      ...(digits && { inputMode: 'numeric' }),
      ...(autoComplete && { autoComplete }),
    },
    missing: 'enter',
    refused: message,
    limits,
    read: readLine(limits, (line) => (whole.test(line) ? ok(line) : err('refused'))),
    jsonSchema: {
      type: 'string',
      maxLength: max,
      ...(!whole.ignoreCase && { pattern: whole.source }),
    },
    example: options.example,
  });
}

/** The pattern for a whole text. With `u`, as JSON Schema reads patterns; without `g` and `y`, which have a memory. */
function wholeText({ source, ignoreCase }: RegExp): RegExp {
  return new RegExp(`^(?:${source})$`, ignoreCase ? 'iu' : 'u');
}
