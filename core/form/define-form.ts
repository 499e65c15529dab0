import { issueMessages, type IssueMessages } from './issue-messages.ts';
import type { Entry } from './entry.ts';
import { callSafely, jsonCopy, type OnFormError } from './safe-call.ts';
import type { Field } from './field.ts';
import { countBytes, countCharacters } from '../values/characters.ts';
import { isBlank } from '../values/blank.ts';
import { isRecord } from '../values/is-record.ts';
import { maxBodyBytes } from './max-body-bytes.ts';
import { getOwn } from '../values/own-property.ts';
import { err, ok, type Result } from '../values/result.ts';

export type Fields = { readonly [name: string]: Field };

type AnswerOf<F> = F extends Field<infer Answer> ? Answer : never;
type RequiredNames<Fs> = {
  [K in keyof Fs]: Fs[K] extends { readonly required: true } ? K : never;
}[keyof Fs];

/** The type of the answers to a form's fields: required answers, then optional ones. */
export type AnswersTo<Fs extends Fields> = Flat<
  { readonly [K in RequiredNames<Fs>]: AnswerOf<Fs[K]> } & {
    readonly [K in Exclude<keyof Fs, RequiredNames<Fs>>]?: AnswerOf<Fs[K]>;
  }
>;

/** Merges an intersection into one object type, so that editors show it readably. */
type Flat<T> = { [K in keyof T]: T[K] };

export type Answers<F extends { readonly fields: Fields }> = AnswersTo<F['fields']>;

/** One thing wrong with one answer, worded as an instruction. `field` is `''` for the whole form. */
export type Issue = { readonly field: string; readonly message: string };

/** Keys that the form adds to an entry in the API. They must not be an entry's own keys. */
type Receipt = { readonly [name: string]: unknown } & { readonly [K in keyof Entry]?: never };

/** The parts of an entry that a mail may use. */
type MailKeys = 'id' | 'answers' | 'derived';

/** The content of a confirmation mail. `amplify/mail/compose-mails.ts` escapes line breaks, markup and links. */
type Confirmation<Stored> = {
  /** The same for everybody: a subject must not show what somebody typed. */
  readonly subject: string;
  /** Plain text. A blank line begins a new paragraph. */
  text(entry: Stored): string;
  /**
   * Prefixes of the web addresses that the text may link to, such as `https://example.com/`. Any other address
   * is made unclickable, because the respondent may have typed it.
   */
  readonly links?: readonly string[];
};

export type FormDefinition<Fs extends Fields, Derived> = {
  /** Used in paths and keys, so it can never change: lower-case letters, digits and hyphens. */
  readonly id: string;
  /** Increment it whenever earlier answers would no longer be accepted unchanged. */
  readonly version: number;
  /** The heading of its page, and its name in lists. */
  readonly title: string;
  /** What the form is for, in a sentence or two. */
  readonly introduction?: string;
  /** Forms with the same group are listed together on the home page, under its name. */
  readonly group?: string;
  /** The label of the button. */
  readonly action: string;
  /** The questions, in the order of the page. A field’s name is the key of its answer, so it stays as well. */
  readonly fields: Fs;
  /**
   * Converts answers to an earlier version into answers to this one, for phones that were offline when it was
   * deployed. Its argument is of unknown origin; its result is parsed like any other answers.
   */
  migrate?(answers: unknown, fromVersion: number): unknown;
  /** Computed on the server, once, and stored with the entry. `random` returns a number from 0 to less than 1. */
  derive?(answers: AnswersTo<Fs>, tools: { random: () => number }): Derived;
  /**
   * Labels for a receipt's keys and texts on the page. A key without a label is for the API alone: people see
   * only what has one.
   */
  readonly receiptLabels?: { readonly [keyOrText: string]: string };
  /** Merged into the entry that the API sends. */
  receipt?(entry: Entry<AnswersTo<Fs>, Derived>): Receipt;
  /** A mail to the respondent once their entry is stored, only ever to their account's verified address. */
  readonly confirmation?: Confirmation<Pick<Entry<AnswersTo<Fs>, Derived>, MailKeys>>;
  /** Who else gets a mail about each entry: the address in `OWNERS_MAIL`, if configured. */
  readonly notify?: 'owners';
  /** The first sentence that the respondent reads once the entry has arrived. */
  thanks?(entry: Pick<Entry<AnswersTo<Fs>, Derived>, 'answers' | 'derived'>): string | undefined;
  /** What happens next, as a sentence or two for the respondent after sending. */
  readonly nextStep?: string;
};

/** Standard Schema v1, so a form plugs into any library that takes one: https://standardschema.dev */
type StandardSchema<Output> = {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'formstead';
    validate(value: unknown):
      | { readonly value: Output }
      | {
          readonly issues: readonly {
            readonly message: string;
            readonly path: readonly string[];
          }[];
        };
    readonly types?: { readonly input: unknown; readonly output: Output };
  };
};

export type Form<Fs extends Fields = Fields, Derived = unknown> = FormDefinition<Fs, Derived> &
  StandardSchema<AnswersTo<Fs>> & {
    /**
     * Parses a value of unknown origin into answers, or returns every issue, in the form's order.
     * @param version the version of the form that the value answers; the current one by default
     * @param onFormError called when `migrate` fails
     */
    parse(
      value: unknown,
      version?: number,
      onFormError?: OnFormError,
    ): Result<AnswersTo<Fs>, readonly Issue[]>;
    /** The untranslated form, if this is a translation. */
    readonly original?: Form;
  };

/**
 * Defines a form. Its page, its API and its table follow from this one definition.
 * @param messages for issues about the form as a whole; English by default
 */
export function defineForm<const Fs extends Fields, Derived = undefined>(
  definition: FormDefinition<Fs, Derived>,
  messages: IssueMessages = issueMessages,
): Form<Fs, Derived> {
  const parse = (value: unknown, version = definition.version, onFormError?: OnFormError) =>
    version === definition.version
      ? parseAnswers(definition.fields, value, messages)
      : parseMigrated(definition, { value, fromVersion: version, messages, onFormError });
  return {
    ...definition,
    parse,
    '~standard': {
      version: 1,
      vendor: 'formstead',
      validate: (value) => {
        const parsed = parse(value);
        if (parsed.ok) return { value: parsed.value };
        return {
          issues: parsed.problem.map(({ field, message }) => ({
            message,
            path: field === '' ? [] : [field],
          })),
        };
      },
    },
  };
}

type EarlierAnswers = {
  readonly value: unknown;
  readonly fromVersion: number;
  readonly messages: IssueMessages;
  readonly onFormError: OnFormError | undefined;
};

/** Without `migrate`, or if it fails, the respondent has to check their answers and send them again. */
function parseMigrated<Fs extends Fields>(
  {
    id,
    fields,
    version,
    migrate,
  }: Pick<FormDefinition<Fs, never>, 'id' | 'fields' | 'version' | 'migrate'>,
  { value, fromVersion, messages, onFormError }: EarlierAnswers,
): Result<AnswersTo<Fs>, readonly Issue[]> {
  const changedIssue = { field: '', message: messages.changed('', {}) };
  if (!migrate || fromVersion > version) {
    const parsed = parseAnswers(fields, value, messages);
    return parsed.ok ? err([changedIssue]) : parsed;
  }
  // The value is of unknown origin, so `migrate` may throw.
  const migrated = callSafely({
    form: id,
    function: 'migrate',
    call: () => migrate(jsonCopy(value), fromVersion) ?? failEmptyMigration(),
    onFormError,
  });
  return migrated === undefined ? err([changedIssue]) : parseAnswers(fields, migrated, messages);
}

function failEmptyMigration(): never {
  throw new TypeError('migrate returned nothing.');
}

function parseAnswers<Fs extends Fields>(
  fields: Fs,
  value: unknown,
  messages: IssueMessages,
): Result<AnswersTo<Fs>, readonly Issue[]> {
  if (!isRecord(value)) return err([{ field: '', message: messages['no-answers']('', {}) }]);
  const answers: Record<string, unknown> = {};
  const issues: Issue[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const candidate = Object.hasOwn(value, name) ? value[name] : undefined;
    if (!field.required && isBlank(candidate)) continue;
    const parsed = field.parse(candidate);
    if (parsed.ok) answers[name] = parsed.value;
    else issues.push({ field: name, message: parsed.problem });
  }
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(fields, name)) continue;
    issues.push({ field: name.slice(0, 64), message: messages.unasked('', {}) });
  }
  if (issues.length > 0) return err(issues);
  const tooBig = sizeIssue(fields, answers, messages);
  return tooBig ? err([tooBig]) : ok(answers as AnswersTo<Fs>);
}

/** If the answers together are too big to send, the issue is about the longest one, and says how much to shorten it. */
function sizeIssue(
  fields: Fields,
  answers: Readonly<Record<string, unknown>>,
  messages: IssueMessages,
): Issue | undefined {
  const over = countBytes(JSON.stringify(answers)) - maxBodyBytes;
  if (over <= 0) return undefined;
  const sizes = Object.entries(answers).map(
    ([name, answer]) => [name, countBytes(JSON.stringify(answer))] as const,
  );
  const [field = '', size = 1] = sizes.toSorted(([, a], [, b]) => b - a)[0] ?? [];
  const answer = answers[field];
  const length = typeof answer === 'string' ? countCharacters(answer) : size;
  const limits = { over: Math.ceil((over / size) * length) };
  return { field, message: messages['too-big'](`“${getOwn(fields, field)?.label}”`, limits) };
}

/** Loads what a form's fields need beyond the app's own code, such as the library of phone numbers. */
export async function loadFields({ fields }: Pick<Form, 'fields'>): Promise<void> {
  await Promise.all(Object.values(fields).map(async (field) => field.load?.()));
}

/** Whether a form has a sensitive field. Such a form is never written to the device's disk, and can only be sent online. */
export function isSensitive({ fields }: Pick<Form, 'fields'>): boolean {
  return Object.values(fields).some((field) => field.sensitive);
}
