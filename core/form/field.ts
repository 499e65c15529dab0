import type { IssueMessages, Limits } from './issue-messages.ts';
import type { Result } from '../values/result.ts';

/**
 * A question of a form. Each kind of field implements this type; shared code never checks which kind a field or a
 * control is: docs/add-a-field.md.
 */
export type Field<Answer = unknown, Required extends boolean = boolean> = {
  readonly label: string;
  readonly hint?: string;
  readonly required: Required;
  /**
   * The answer is never written to a device's disk, so the whole form can only be sent online, and never mailed
   * to the form's owners.
   */
  readonly sensitive?: true;
  readonly control: Control;
  readonly summary: FieldSummary;
  /** The JSON Schema (2020-12) of an answer. */
  readonly jsonSchema: JsonSchema;
  /** The limits of an answer, in the unit of its kind: characters, days or numbers. */
  readonly limits?: Limits;
  /** An answer that is accepted, for documentation and tests. */
  readonly example: Answer;
  /** Parses a value of unknown origin into an answer, or returns a message that tells the person what to do. */
  parse(value: unknown, wording?: IssueWording): Result<Answer, string>;
  /** Formats an answer for people, in the form's own language or with the texts of another. */
  show(answer: Answer, texts?: AnswerTexts): string;
  /** Loads what `parse` and `show` need beyond the app's own code. Until then they work as well as they can. */
  readonly load?: () => Promise<void>;
};

/** How to word an issue in another language than English. */
export type IssueWording = {
  readonly messages: IssueMessages;
  /** The name of the field within the sentence. */
  readonly noun: string;
};

/** The texts that answers are shown with in another language. */
export type AnswerTexts = {
  readonly yes: string;
  readonly no: string;
  /** Separates chosen options, with its space, unless one of them contains it. */
  readonly comma: string;
  /** Formats a number to which a unit is added. */
  readonly number: (number: number) => string;
  /** The labels of the field's options, by value. */
  readonly options?: Options | undefined;
  readonly unit?: string | undefined;
};

/**
 * How the answers of many people are summed up: counted by option, or by yes and no; as the distribution of
 * numbers; as locations on a map; or not at all. The responses page filters and draws by it.
 */
export type FieldSummary = 'options' | 'yes-or-no' | 'numbers' | 'locations' | 'none';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** How the page draws a field. Plain data, so that the browser need not know the kinds of fields. */
export type Control =
  | {
      readonly is: 'input';
      readonly type: 'text' | 'email' | 'tel' | 'url' | 'date' | 'number';
      readonly inputMode?: 'decimal' | 'numeric';
      readonly autoComplete?: AutoComplete;
      readonly unit?: string;
      /** For numbers. */
      readonly range?: NumberRange;
      /** For dates: the first and the last day. */
      readonly days?: { readonly min: string; readonly max: string };
    }
  /** `max` is in characters as a person counts them. */
  | { readonly is: 'textarea'; readonly rows: number; readonly max: number }
  | { readonly is: 'choice'; readonly options: Options; readonly default?: string }
  | { readonly is: 'choices'; readonly options: Options }
  | { readonly is: 'checkbox'; readonly statement: string }
  | { readonly is: 'location' };

export type ControlNamed<Is extends Control['is']> = Extract<Control, { readonly is: Is }>;

/** The numbers that a field accepts. It also decides how an ambiguous text such as `1,234` is read. */
export type NumberRange = {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly whole?: boolean | undefined;
};

/** Maps each stored value to its label. */
export type Options = { readonly [value: string]: string };

/** The value of a control while a person is typing. */
export type ControlValue =
  | string
  | boolean
  | readonly string[]
  | { readonly [part: string]: string };

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
