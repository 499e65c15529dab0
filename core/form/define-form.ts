import type { FormLook } from './form-look.ts';
import type { FormNotify } from './form-notify.ts';
import type { IssueMessages } from './issue-messages.ts';
import type { Entry } from './entry.ts';
import type { AnswersTo, Fields } from './answers.ts';
import type {
  ConditionalIn,
  FormPage,
  FormPages,
  FormSection,
  PagesFor,
  SectionsFor,
} from './form-pages.ts';
import type { HourlyRates } from '../shield/hourly-rates.ts';
import type { FormLimits } from '../limits/form-limits.ts';
import type { FormLogic } from '../logic/form-logic.ts';
import { oncePer } from '../values/once-per.ts';

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

export type FormDefinition<
  Fs extends Fields,
  Derived,
  Conditional extends keyof Fs & string = keyof Fs & string,
  Calculated = unknown,
  Given = AnswersTo<Fs, Conditional, Calculated>,
> = FormLogic<NoInfer<Fs>, Conditional, Calculated> & {
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
  /**
   * Who may fill it in: everybody with an account, by default; or anyone who has its address. The author is then the
   * device, which lists, changes and withdraws its entries as a person does. Or whoever is invited by a personal link,
   * once: the author is then the invitation, on any device.
   */
  readonly access?: 'signed-in' | 'anyone' | 'invited';
  /**
   * The sites whose pages may show the form in a frame, as `https://www.example.org`; no site by default. Only for a form
   * for anyone. docs/embed.md
   */
  readonly embed?: { readonly allowedOn: readonly string[] };
  /**
   * How many entries without an account the form expects in an hour, where it differs from the usual: more of them
   * are put on hold. And how many mails that ask to verify an address it may cause in a day, 200 by default.
   */
  readonly shield?: { readonly perHour?: Partial<HourlyRates>; readonly mailsPerDay?: number };
  /** When it can be filled in, and how many entries it accepts: any number at any time, by default. */
  readonly limits?: FormLimits<keyof Fs & string>;
  /**
   * Over how many partitions of the index its entries are spread: one, by default, which takes about 1000 entries of a
   * kilobyte a second. It may change at any time. docs/decisions/0070-responses-at-any-size.md
   */
  readonly shards?: number;
  /** The questions, in the order of the page. A field’s name is the key of its answer, so it stays as well. */
  readonly fields: Fs;
  /**
   * Converts answers to an earlier version into answers to this one, for phones that were offline when it was
   * deployed. Its argument is of unknown origin; its result is parsed like any other answers.
   */
  migrate?(answers: unknown, fromVersion: number): unknown;
  /** Computed on the server, once, and stored with the entry. `random` returns a number from 0 to less than 1. */
  derive?(answers: Given, tools: { random: () => number }): Derived;
  /**
   * Labels for a receipt's keys and texts on the page. A key without a label is for the API alone: people see
   * only what has one.
   */
  readonly receiptLabels?: { readonly [keyOrText: string]: string };
  /** Merged into the entry that the API sends. */
  receipt?(entry: Entry<Given, Derived>): Receipt;
  /** A mail to the respondent once their entry is stored, only ever to their account's verified address. */
  readonly confirmation?: Confirmation<Pick<Entry<Given, Derived>, MailKeys>>;
  /**
   * Only for a form for anyone: the email field whose answer is the address for the confirmation of an entry without an
   * account. A mail with fixed words first asks to verify the address: docs/mail.md.
   */
  readonly confirmTo?: keyof Fs & string;
  /** Who else gets mail about its entries, and when; nobody, by default. Never with answers. */
  readonly notify?: FormNotify<Given>;
  /** The first sentence that the respondent reads once the entry has arrived. */
  thanks?(entry: Pick<Entry<Given, Derived>, 'answers' | 'derived'>): string | undefined;
  /** What happens next, as a sentence or two for the respondent after sending. */
  readonly nextStep?: string;
  /** Its colour, name and pictures, where they differ from the brand’s. The contrast is checked when the app is built. */
  readonly look?: FormLook;
  /** Where people go on to after sending, such as the page of the event: an address that begins with `https://`. */
  readonly after?: { readonly link: { readonly label: string; readonly href: string } };
};

export type Form<
  Fs extends Fields = Fields,
  Derived = unknown,
  Conditional extends keyof Fs & string = keyof Fs & string,
  Calculated = unknown,
> = FormDefinition<Fs, Derived, Conditional, Calculated> &
  FormPages<readonly FormPage<keyof Fs & string>[], readonly FormSection<keyof Fs & string>[]> & {
    /** Only a type: of the answers that parseAnswers returns. */
    readonly '~answers'?: AnswersTo<Fs, Conditional, Calculated>;
    /** For issues about the form as a whole; English by default. */
    readonly issueMessages?: IssueMessages;
    /** The untranslated form, if this is a translation. */
    readonly original?: Form;
  };

/** Defines a form. Its page, its API and its table follow from this one definition. */
export function defineForm<
  const Fs extends Fields,
  Derived = undefined,
  const Conditional extends keyof Fs & string = never,
  Calculated = object,
  const Pages extends readonly unknown[] = [],
  const Sections extends readonly unknown[] = [],
>(
  definition: FormDefinition<
    Fs,
    Derived,
    Conditional,
    Calculated,
    AnswersTo<Fs, Conditional | ConditionalIn<Pages> | ConditionalIn<Sections>, Calculated>
  > &
    FormPages<PagesFor<Fs, Calculated, Pages>, SectionsFor<Fs, Calculated, Sections>>,
): Form<Fs, Derived, Conditional | ConditionalIn<Pages> | ConditionalIn<Sections>, Calculated> {
  return definition;
}

/** Loads what a form's fields need beyond the app's own code, such as the library of phone numbers. */
export async function loadFields({ fields }: Pick<Form, 'fields'>): Promise<void> {
  await Promise.all(Object.values(fields).map(async (field) => field.load?.()));
}

/** Whether a form can be filled in without an account. */
export function isOpen({ access }: Pick<Form, 'access'>): boolean {
  return access === 'anyone' || access === 'invited';
}

/** Whether a form can be filled in by a personal link alone. */
export function isInvited({ access }: Pick<Form, 'access'>): boolean {
  return access === 'invited';
}

/** Whether a form has a sensitive field. Such a form is never written to the device's disk, and can only be sent online. */
export function isSensitive({ fields }: Pick<Form, 'fields'>): boolean {
  return hasSensitive(fields);
}

const hasSensitive = oncePer((fields: Fields) => Object.values(fields).some((it) => it.sensitive));
