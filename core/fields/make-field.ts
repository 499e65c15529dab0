import type { IssueCode, Limits } from '../form/issue-messages.ts';
import type {
  AnswerColumn,
  AnswerTexts,
  Control,
  Field,
  FieldSummary,
  IssueWording,
  JsonSchema,
} from '../form/field.ts';
import { err, ok, type Result } from '../values/result.ts';
import { isBlank } from '../values/blank.ts';

/** Options that every kind of field takes. */
export type FieldOptions = {
  /** The question, above the control. Each field of a form needs its own. */
  readonly label: string;
  /** A sentence below the label that helps to answer. */
  readonly hint?: string;
  /** The name of the field in messages, as in "Enter {your first name}"; its label in quotes by default. */
  readonly noun?: string;
  /** Fields are required by default. */
  readonly optional?: boolean;
  /** Never written to the device's disk. The whole form can then only be sent online. */
  readonly sensitive?: true;
  /** A link may fill it in: `/visit?city=Oslo`. Only for a text, a number or options. */
  readonly prefill?: true;
};

/** The `Required` parameter of a field made with these options. */
export type IsRequired<Options> = Options extends { readonly optional: true } ? false : true;

/** Why a value is not an answer, with limits of this one value where a message needs them, such as its length. */
export type ReadIssue = IssueCode | { readonly code: IssueCode; readonly limits: Limits };

export type AnswerReader<Answer> = (value: unknown) => Result<Answer, ReadIssue>;

type FieldKind<Answer> = {
  readonly control: Control;
  /** `none` by default. */
  readonly summary?: FieldSummary;
  /** Parses a value of unknown origin that is not blank. */
  readonly read: AnswerReader<Answer>;
  readonly jsonSchema: JsonSchema;
  /** The issue when a required field is left blank. */
  readonly missing: IssueCode;
  /** The name of the field in messages, if this kind names it differently. */
  readonly noun?: string;
  /** The words for an answer with the issue `refused`. */
  readonly refused?: string;
  readonly limits?: Limits;
  /** The answer when the field is left blank. */
  readonly default?: Answer | undefined;
  readonly example: Answer;
  readonly show?: (answer: Answer, texts?: AnswerTexts) => string;
  readonly load?: () => Promise<void>;
  readonly columns?: readonly AnswerColumn[];
  readonly within?: Field['within'];
  readonly offering?: Field['offering'];
};

export function makeField<Answer, const Options extends FieldOptions>(
  options: Options,
  {
    read,
    missing,
    noun: ownNoun = nounOf(options),
    default: whenBlank,
    refused,
    limits = {},
    jsonSchema,
    within,
    offering,
    ...kind
  }: FieldKind<Answer>,
): Field<Answer, IsRequired<Options>> {
  const { label, hint, optional, sensitive, prefill }: FieldOptions = options;
  const parse = (value: unknown, wording?: IssueWording): Result<Answer, string> => {
    const reject = (readIssue: ReadIssue) =>
      err(issueText(readIssue, wording, { noun: ownNoun, limits: { refused, ...limits } }));
    if (isBlank(value)) return whenBlank === undefined ? reject(missing) : ok(whenBlank);
    const answer = read(value);
    return answer.ok ? answer : reject(answer.problem);
  };
  return {
    summary: 'none',
    show: (answer) => String(answer),
    ...kind,
    ...(within && { within: within as NonNullable<Field<Answer, never>['within']> }),
    ...(offering && { offering: offering as NonNullable<Field<Answer, never>['offering']> }),
    label,
    ...(hint !== undefined && { hint }),
    required: !optional as IsRequired<Options>,
    ...(sensitive && { sensitive }),
    ...(prefill && { prefill }),
    jsonSchema: { ...jsonSchema, ...(whenBlank !== undefined && { default: whenBlank }) },
    limits,
    parse,
  };
}

/** The message of an issue; without a wording, its code. */
export function issueText(
  issue: ReadIssue,
  wording: IssueWording | undefined,
  field: { readonly noun: string; readonly limits: Limits },
): string {
  const { code, limits } = typeof issue === 'string' ? { code: issue, limits: {} } : issue;
  if (!wording) return code;
  const { messages, noun = field.noun, ...refused } = wording;
  return messages[code](noun, { ...field.limits, ...refused, ...limits });
}

/**
 * The name of the field in messages, such as "your first name". A label can be any sentence or question, so
 * without a noun it is quoted.
 */
export function nounOf({ label, noun = `“${label}”` }: FieldOptions): string {
  return noun;
}
