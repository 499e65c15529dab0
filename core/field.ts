import type { ComplaintWords, Limits } from './complaint-words.ts';
import type { NumberRange } from './number-text.ts';
import type { Result } from './result.ts';

/** What a kind of question must be able to answer for itself. Shared code never asks which kind it is. */
export type Field<Answer = unknown, Required extends boolean = boolean> = {
  readonly label: string;
  readonly hint?: string;
  readonly required: Required;
  /**
   * Never written to a device's disk, which makes its whole form one that is only sent online; nor told to the
   * form's owners by mail.
   */
  readonly sensitive?: true;
  readonly control: Control;
  /** What an answer looks like, in the words of JSON Schema 2020-12. */
  readonly jsonSchema: JsonSchema;
  /** The ends it has, where it has any, in its own measure: characters, days, or what is counted. */
  readonly limits?: Limits;
  /** An answer that would be accepted, for documentation and tests. */
  readonly example: Answer;
  /** The answer in a value of unknown origin, or a complaint that tells the person what to do. */
  parse(value: unknown, wording?: Wording): Result<Answer, string>;
  /** The answer as a person reads it. */
  show(answer: Answer): string;
  /** Fetches what `parse` and `show` need beside the app. Before that they do what they can without. */
  readonly load?: () => Promise<void>;
};

/** How a complaint is worded, when not in English. */
export type Wording = {
  readonly words: ComplaintWords;
  /** What the field is called in it. */
  readonly noun: string;
};

export type JsonSchema = { readonly [keyword: string]: unknown };

/** How a field is drawn. Plain data, so that the browser needs no knowledge of kinds. */
export type Control =
  | {
      readonly is: 'input';
      readonly type: 'text' | 'email' | 'tel' | 'url' | 'date' | 'number';
      readonly inputMode?: 'decimal' | 'numeric';
      readonly autoComplete?: AutoComplete;
      readonly unit?: string;
      /** Of a number. */
      readonly range?: NumberRange;
      /** The first and the last day of a date. */
      readonly days?: { readonly min: string; readonly max: string };
    }
  /** `max` in characters as a person counts them. */
  | { readonly is: 'textarea'; readonly rows: number; readonly max: number }
  | { readonly is: 'choice'; readonly options: Options; readonly default?: string }
  | { readonly is: 'choices'; readonly options: Options }
  | { readonly is: 'checkbox'; readonly statement: string }
  | { readonly is: 'location' };

/** Stored value → what the person reads. */
export type Options = { readonly [value: string]: string };

/** What a control holds while a person is typing. */
export type Held = string | boolean | readonly string[] | { readonly [part: string]: string };

/** The HTML autofill tokens a form may ask for: https://html.spec.whatwg.org/#autofill */
export type AutoComplete =
  | 'off'
  | 'name'
  | 'given-name'
  | 'family-name'
  | 'email'
  | 'tel'
  | 'url'
  | 'organization'
  | 'street-address'
  | 'postal-code'
  | 'address-level2'
  | 'country-name'
  | 'bday';
