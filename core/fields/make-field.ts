import { complaintWords, type Limits, type Why } from '../complaint-words.ts';
import type { Control, Field, JsonSchema, Wording } from '../field.ts';
import { err, ok, type Result } from '../result.ts';
import { isVisible } from './characters.ts';

/** What every kind of field may be told. */
export type FieldOptions = {
  readonly label: string;
  readonly hint?: string;
  /** How complaints name it, as in "Enter {your first name}". Its label in quotes when left out. */
  readonly noun?: string;
  /** A field is required unless it says otherwise. */
  readonly optional?: boolean;
  /** For what should never lie on a phone's disk: the form can then only be sent with a connection. */
  readonly sensitive?: true;
};

/** The `Required` parameter of a field made with these options. */
export type IsRequired<Options> = Options extends { readonly optional: true } ? false : true;

/** Why there is no answer; with what only this one is, such as how much too long. */
export type Refused = Why | { readonly why: Why; readonly limits: Limits };

export type Read<Answer> = (value: unknown) => Result<Answer, Refused>;

type Kind<Answer> = {
  readonly control: Control;
  /** The answer in a value of unknown origin that is not blank, or why there is none in it. */
  readonly read: Read<Answer>;
  readonly jsonSchema: JsonSchema;
  /** The complaint about a required question left blank. */
  readonly missing: Why;
  /** What complaints call it, unless as other fields are called. */
  readonly noun?: string;
  readonly limits?: Limits;
  /** Taken for the answer when the question is left blank. */
  readonly default?: Answer | undefined;
  readonly example: Answer;
  readonly show?: (answer: Answer) => string;
  readonly load?: () => Promise<void>;
};

export function makeField<Answer, const Options extends FieldOptions>(
  options: Options,
  kind: Kind<Answer>,
): Field<Answer, IsRequired<Options>> {
  const { limits = {} } = kind;
  const parse = (value: unknown, wording?: Wording): Result<Answer, string> => {
    const refuse = (refused: Refused) => {
      const { words = complaintWords, noun = kind.noun ?? nounOf(options) } = wording ?? {};
      const { why, limits: its } =
        typeof refused === 'string' ? { why: refused, limits: {} } : refused;
      return err(words[why](noun, { ...limits, ...its }));
    };
    if (isBlank(value)) return kind.default === undefined ? refuse(kind.missing) : ok(kind.default);
    const read = kind.read(value);
    return read.ok ? read : refuse(read.problem);
  };
  return {
    label: options.label,
    ...(options.hint === undefined ? {} : { hint: options.hint }),
    required: !options.optional as IsRequired<Options>,
    ...(options.sensitive && { sensitive: true }),
    control: kind.control,
    jsonSchema: {
      ...kind.jsonSchema,
      ...(kind.default !== undefined && { default: kind.default }),
    },
    limits,
    example: kind.example,
    parse,
    show: kind.show ?? String,
    ...(kind.load && { load: kind.load }),
  };
}

/** Left unanswered: absent, or nothing a person could see. */
export function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return !isVisible(value);
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/**
 * How complaints name the field: "your first name". A label can be any sentence, a question or the
 * beginning of one, and stands in another only as what it is.
 */
function nounOf({ label, noun = `“${label}”` }: FieldOptions): string {
  return noun;
}
