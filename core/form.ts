import { complaintWords, type ComplaintWords } from './complaint-words.ts';
import type { Entry } from './entry.ts';
import { attempt, copyOf, type OnFault } from './fault.ts';
import type { Field } from './field.ts';
import { countBytes, countCharacters } from './fields/characters.ts';
import { isBlank } from './fields/make-field.ts';
import { longestBody } from './longest-body.ts';
import { own } from './own.ts';
import { err, ok, type Result } from './result.ts';

export type Fields = { readonly [name: string]: Field };

type AnswerOf<F> = F extends Field<infer Answer> ? Answer : never;
type RequiredNames<Fs> = {
  [K in keyof Fs]: Fs[K] extends { readonly required: true } ? K : never;
}[keyof Fs];

/** What a form's fields ask for, as a type: required answers, then those that may be left out. */
export type AnswersTo<Fs extends Fields> = Flat<
  { readonly [K in RequiredNames<Fs>]: AnswerOf<Fs[K]> } & {
    readonly [K in Exclude<keyof Fs, RequiredNames<Fs>>]?: AnswerOf<Fs[K]>;
  }
>;

/** One object type, as an editor should show it. */
type Flat<T> = { [K in keyof T]: T[K] };

export type Answers<F extends { readonly fields: Fields }> = AnswersTo<F['fields']>;

/** What is wrong with one answer, worded as an instruction. `field` is `''` for the whole form. */
export type Complaint = { readonly field: string; readonly message: string };

/** Any keys but an entry's own. */
type Receipt = { readonly [name: string]: unknown } & { readonly [K in keyof Entry]?: never };

/** What a mail may be made from. */
type Told = 'id' | 'answers' | 'derived';

/** Its words. Line breaks, markup and all are made harmless: `core/confirmation.ts`. */
type Confirmation<Stored> = {
  /** The same for everybody: what somebody typed has no place where a mail is seen first. */
  readonly subject: string;
  /** Plain text; a blank line begins a paragraph. */
  text(entry: Stored): string;
  /**
   * Where the text may link to: the beginnings of web addresses, `https://example.com/`. Any other address in
   * it arrives as words, for it may be the sender's.
   */
  readonly links?: readonly string[];
};

export type FormDefinition<Fs extends Fields, Derived> = {
  /** In paths and keys, for ever: lower-case letters, digits and hyphens. */
  readonly id: string;
  /** One more whenever earlier answers would not be accepted as they are. */
  readonly version: number;
  readonly title: string;
  /** What the form is for, in a sentence or two. */
  readonly introduction?: string;
  /** The words on the button. */
  readonly action: string;
  readonly fields: Fs;
  /**
   * Answers to an earlier version, as answers to this one: from phones that were offline when it was
   * deployed. What it is given is of unknown origin; what it returns is parsed like all else.
   */
  migrate?(answers: unknown, fromVersion: number): unknown;
  /** Chosen on the server, stored with the entry. `random` is from 0 to less than 1. */
  derive?(answers: AnswersTo<Fs>, tools: { random: () => number }): Derived;
  /** How a receipt's keys and texts read on the page, where not as they are. The API's stay as they are. */
  readonly receiptWords?: { readonly [keyOrText: string]: string };
  /** Merged into the answer to a submission. */
  receipt?(entry: Entry<AnswersTo<Fs>, Derived>): Receipt;
  /** A mail to the person once their entry is stored: to their account's own verified address, and to no other. */
  readonly confirmation?: Confirmation<Pick<Entry<AnswersTo<Fs>, Derived>, Told>>;
  /** Who else is told of each entry by mail: `OWNERS_MAIL`, where that is configured. */
  readonly notify?: 'owners';
  /** What the person reads first once the entry has arrived, in a sentence. */
  thanks?(entry: Pick<Entry<AnswersTo<Fs>, Derived>, 'answers' | 'derived'>): string | undefined;
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
     * The answers in a value of unknown origin, or every complaint about it, in the form's order.
     * @param version of the form the value was given to; this one when left out
     * @param onFault told when `migrate` fails
     */
    parse(
      value: unknown,
      version?: number,
      onFault?: OnFault,
    ): Result<AnswersTo<Fs>, readonly Complaint[]>;
    /** The form in its own words, where these are a translation of them. */
    readonly original?: Form;
  };

/**
 * One form, in one file: the page, the API and the table follow from it.
 * @param words of complaints about the form as a whole, where they are not English
 */
export function defineForm<const Fs extends Fields, Derived = undefined>(
  definition: FormDefinition<Fs, Derived>,
  words: ComplaintWords = complaintWords,
): Form<Fs, Derived> {
  const parse = (value: unknown, version = definition.version, onFault?: OnFault) =>
    version === definition.version
      ? parseAnswers(definition.fields, value, words)
      : parseMigrated(definition, { value, fromVersion: version, words, onFault });
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

type Earlier = {
  readonly value: unknown;
  readonly fromVersion: number;
  readonly words: ComplaintWords;
  readonly onFault: OnFault | undefined;
};

/** Without `migrate`, or after it failed, only the person can say what their answers mean now. */
function parseMigrated<Fs extends Fields>(
  {
    id,
    fields,
    version,
    migrate,
  }: Pick<FormDefinition<Fs, never>, 'id' | 'fields' | 'version' | 'migrate'>,
  { value, fromVersion, words, onFault }: Earlier,
): Result<AnswersTo<Fs>, readonly Complaint[]> {
  const lookAgain = { field: '', message: words.changed('', {}) };
  if (!migrate || fromVersion > version) {
    const parsed = parseAnswers(fields, value, words);
    return parsed.ok ? err([lookAgain]) : parsed;
  }
  // It may have been given anything at all.
  const migrated = attempt({
    form: id,
    function: 'migrate',
    call: () => migrate(copyOf(value), fromVersion) ?? refuse(),
    onFault,
  });
  return migrated === undefined ? err([lookAgain]) : parseAnswers(fields, migrated, words);
}

function refuse(): never {
  throw new TypeError('Earlier answers became none.');
}

function parseAnswers<Fs extends Fields>(
  fields: Fs,
  value: unknown,
  words: ComplaintWords,
): Result<AnswersTo<Fs>, readonly Complaint[]> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return err([{ field: '', message: words['no-answers']('', {}) }]);
  const given = value as Readonly<Record<string, unknown>>;
  const answers: Record<string, unknown> = {};
  const complaints: Complaint[] = [];
  for (const [name, field] of Object.entries(fields)) {
    const candidate = Object.hasOwn(given, name) ? given[name] : undefined;
    if (!field.required && isBlank(candidate)) continue;
    const parsed = field.parse(candidate);
    if (parsed.ok) answers[name] = parsed.value;
    else complaints.push({ field: name, message: parsed.problem });
  }
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(fields, name)) continue;
    complaints.push({ field: name.slice(0, 64), message: words.unasked('', {}) });
  }
  if (complaints.length > 0) return err(complaints);
  const tooBig = complaintOfSize(fields, answers, words);
  return tooBig ? err([tooBig]) : ok(answers as AnswersTo<Fs>);
}

/** Together the answers may be more than can be sent: then the longest of them is too long, and by how much. */
function complaintOfSize(
  fields: Fields,
  answers: Readonly<Record<string, unknown>>,
  words: ComplaintWords,
): Complaint | undefined {
  const over = countBytes(JSON.stringify(answers)) - longestBody;
  if (over <= 0) return undefined;
  const sizes = Object.entries(answers).map(
    ([name, answer]) => [name, countBytes(JSON.stringify(answer))] as const,
  );
  const [field = '', size = 1] = sizes.toSorted(([, a], [, b]) => b - a)[0] ?? [];
  const answer = answers[field];
  const length = typeof answer === 'string' ? countCharacters(answer) : size;
  const limits = { over: Math.ceil((over / size) * length) };
  return { field, message: words['too-big'](`“${own(fields, field)?.label}”`, limits) };
}

/** Fetches what a form's fields need beside the app: after it they know all they can. */
export async function loadFields({ fields }: Pick<Form, 'fields'>): Promise<void> {
  await Promise.all(Object.values(fields).map(async (field) => field.load?.()));
}

/** Whether a form asks what must never lie on a device's disk, so that it can only be sent online. */
export function isSensitive({ fields }: Pick<Form, 'fields'>): boolean {
  return Object.values(fields).some((field) => field.sensitive);
}
