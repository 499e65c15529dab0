import type { AddressPart } from './address-part.ts';
import type { FileReference } from '../files/file-reference.ts';
import type { FileLimits } from '../files/file-limits.ts';
import type { IssueMessages, Limits } from './issue-messages.ts';
import type { List } from './list.ts';
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
  /** A link may fill it in. */
  readonly prefill?: true;
  /** It is only shown, as a note is: it is in no table and no file. */
  readonly hasNoAnswer?: true;
  readonly control: Control;
  readonly summary: FieldSummary;
  /** The JSON Schema (2020-12) of an answer. */
  readonly jsonSchema: JsonSchema;
  /** The limits of an answer, in the unit of its kind: characters, days or numbers. */
  readonly limits?: Limits;
  /** An answer that is accepted, for documentation and tests. */
  readonly example: Answer;
  /**
   * Parses a value of unknown origin into an answer, or returns why it is none: a message that tells the person what to
   * do; without a wording, its code, such as `too-long`.
   */
  parse(value: unknown, wording?: IssueWording): Result<Answer, string>;
  /** Formats an answer for people, in the form's own language or with the texts of another. */
  show(answer: Answer, texts?: AnswerTexts): string;
  /** Loads what `parse` and `show` need beyond the app's own code. Until then they work as well as they can. */
  readonly load?: () => Promise<void>;
  /** The same field with narrower limits, which come from other answers. */
  readonly within?: (bounds: Bounds) => Field<Answer, Required>;
  /** The same field without some of its options, depending on other answers. */
  readonly offering?: (isOffered: (option: Option) => boolean) => Field<Answer, Required>;
  /** The columns of an exported file, if an answer has more than one. */
  readonly columns?: readonly AnswerColumn[];
  /** Of a repeat: what each of its instances asks. */
  readonly instances?: InstanceQuestions;
};

/** A part of an answer that has a column of its own in an exported file. */
export type AnswerColumn = {
  /** In the form's own language; `''` for the label of the field. */
  readonly label: string;
  /** @param answer an answer that the control can show, perhaps to an earlier version of the form */
  cell(answer: unknown): string | number | undefined;
};

/** The first and the last answer that is accepted, in the unit of the field's limits. */
export type Bounds = Pick<Limits, 'min' | 'max'>;

/** An option as a condition sees it: its value, and further columns of a list, such as `region`. */
export type Option = { readonly value: string; readonly [column: string]: string };

/** What is asked together: the fields of a form, or of one instance of a repeat, and their logic. */
export type Questions = {
  readonly fields: { readonly [name: string]: Field };
  readonly calculate?: LogicFunctions | undefined;
  readonly calculatedLabels?: { readonly [name: string]: string | undefined } | undefined;
  readonly when?: LogicFunctions | undefined;
  readonly bounds?: LogicFunctions | undefined;
  readonly defaults?: LogicFunctions | undefined;
  readonly offered?: LogicFunctions | undefined;
  readonly rules?: readonly AnyRule[] | undefined;
  /** Of a form alone. */
  readonly pages?: readonly AnyPart[] | undefined;
  readonly sections?: readonly AnyPart[] | undefined;
};

/** Without the types of the answers, which `FormLogic` has: core/logic/form-logic.ts. */
type LogicFunctions = { readonly [name: string]: LogicFunction | undefined };
type LogicFunction = (answers: never, further: never) => unknown;
type AnyRule = {
  readonly at: string;
  readonly broken: LogicFunction;
  readonly message: string;
  readonly soft?: true | undefined;
};

/** A page or a section. */
type AnyPart = {
  readonly fields: readonly string[];
  readonly when?: LogicFunction | undefined;
};

export type InstanceQuestions = Questions & {
  /** The field or calculated value that says how many instances there are. Others are kept, and not asked. */
  readonly count?: string | undefined;
  /** Names an instance by its answers. Called by `instanceName`: core/logic/instance-name.ts. */
  readonly item?: LogicFunction | undefined;
  /**
   * Reads the instances out of a value of unknown origin, without their answers: a list of records, each with an
   * id of its own, not too many. Or returns why not, as `Field.parse` does.
   * @param exactly how many there must be, if an answer says so
   */
  read(
    value: unknown,
    exactly?: number,
    wording?: IssueWording,
  ): Result<readonly UnparsedInstance[], string>;
  /** The instances that `read` can tell apart, even if there are too few, or too many: then the first ones. */
  readable(value: unknown): readonly UnparsedInstance[];
  /** The same repeat with other fields, rules or labels: translated ones, for example. */
  withQuestions(others: Partial<Pick<Questions, 'fields' | 'rules' | 'calculatedLabels'>>): Field;
};

/** An instance whose answers are not parsed yet. */
export type UnparsedInstance = { readonly id: string; readonly [field: string]: unknown };

/** How to word an issue. */
export type IssueWording = {
  readonly messages: IssueMessages;
  /** The name of the field within the sentence; its own by default. */
  readonly noun?: string | undefined;
  /** The field's own words for an answer that it refuses; if `undefined`, the words of all fields. */
  readonly refused?: string | undefined;
};

/** The texts that answers are shown with in another language. */
export type AnswerTexts = {
  readonly yes: string;
  readonly no: string;
  /** Separates chosen options, with its space, unless one of them contains it. */
  readonly comma: string;
  /** Writes a number to which a unit is added, with so many decimals if they are given. */
  readonly number: (number: number, decimals?: number) => string;
  /** The labels of the field's options, or of a matrix's rows and columns. */
  readonly options?: Options | undefined;
  readonly rows?: Options | undefined;
  readonly columns?: Options | undefined;
  /** The language, such as `ar`, for labels in a list. */
  readonly language?: string | undefined;
  readonly unit?: string | undefined;
};

/**
 * How the answers of many people are summed up: counted by option, or by yes and no; as the distribution of
 * numbers; by each number of a scale; as locations on a map; as files; or not at all. The responses page filters and draws by it.
 */
export type FieldSummary =
  | 'options'
  | 'yes-or-no'
  | 'numbers'
  | 'scale'
  | 'listed'
  | 'matrix'
  | 'ranking'
  | 'locations'
  | 'instances'
  | 'files'
  | 'none';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** How the page draws a field. Plain data, so that the browser need not know the kinds of fields. */
export type Control =
  | {
      readonly is: 'input';
      readonly type: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'number';
      readonly inputMode?: 'decimal' | 'numeric';
      readonly autoComplete?: AutoComplete;
      readonly unit?: string;
      /** For numbers. */
      readonly range?: NumberRange;
      /** For dates: the first and the last day. */
      readonly days?: { readonly min: string; readonly max: string };
      /** For times of day: the first and the last. */
      readonly times?: { readonly min: string; readonly max: string };
      /** For numbers that are written without thousands separators, such as years. */
      readonly isUngrouped?: true;
      /** For codes, which are not prose: no capital letters or corrections by the keyboard. */
      readonly isCode?: true;
    }
  /** `max` is in characters as a person counts them. */
  | {
      readonly is: 'textarea';
      readonly rows: number;
      readonly max: number;
      readonly wordLimit?: number;
    }
  | { readonly is: 'month' }
  | { readonly is: 'date-time'; readonly days: { readonly min: string; readonly max: string } }
  /** An amount in the currency with this ISO 4217 code. */
  | {
      readonly is: 'currency';
      readonly code: string;
      readonly decimals: number;
      readonly range: NumberRange;
    }
  /** The whole numbers from `min` to `max`, drawn as numbers or as stars. */
  | {
      readonly is: 'scale';
      readonly min: number;
      readonly max: number;
      readonly hasStars?: true;
      readonly ends?: ScaleEnds;
    }
  | {
      readonly is: 'slider';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly unit?: string;
      readonly ends?: ScaleEnds;
    }
  | {
      readonly is: 'address';
      readonly parts: readonly { readonly name: AddressPart; readonly isRequired: boolean }[];
    }
  | { readonly is: 'barcode'; readonly isCode: true; readonly formats?: readonly BarcodeFormat[] }
  /** `text` is in the part of Markdown that core/form/markdown.ts reads. */
  | { readonly is: 'note'; readonly text: string }
  | { readonly is: 'acknowledge'; readonly text: string; readonly statement: string }
  /** Not drawn: its value comes from the link that was opened, or the app knows it by itself. */
  | { readonly is: 'hidden'; readonly from: 'link' | Metadata }
  | {
      readonly is: 'choice';
      readonly options: Options;
      readonly default?: string;
      /** The option that asks for a text. */
      readonly other?: string;
      readonly pictures?: Pictures;
    }
  | {
      readonly is: 'choices';
      readonly options: Options;
      readonly min?: number;
      readonly max?: number;
      /** Options that can only be chosen alone. */
      readonly exclusive?: readonly string[];
      readonly other?: string;
      readonly pictures?: Pictures;
    }
  | { readonly is: 'checkbox'; readonly statement: string }
  /** `language` is that of the page, if it is not the form's own. */
  | { readonly is: 'list'; readonly list: List; readonly language?: string | undefined }
  | { readonly is: 'matrix'; readonly rows: Options; readonly columns: Options }
  | { readonly is: 'ranking'; readonly options: Options }
  /** `accuracy` in metres: what is waited for when the device finds its position, and then kept. */
  | { readonly is: 'location'; readonly accuracy?: number }
  /** A line, or an area, of so many points. */
  | {
      readonly is: 'drawing';
      readonly fewest: number;
      readonly most: number;
      readonly isArea?: true;
    }
  /** `longestEdge` in pixels. `keep` leaves in the photo where it was taken. */
  | (FileLimits & { readonly is: 'photo'; readonly longestEdge: number; readonly keep?: 'place' })
  | (FileLimits & { readonly is: 'file' })
  | (FileLimits & { readonly is: 'signature' })
  /** `longest` in seconds. */
  | (FileLimits & { readonly is: 'audio'; readonly longest: number })
  | {
      readonly is: 'repeat';
      /** The questions about each instance. */
      readonly fields: Questions['fields'];
      readonly min: number;
      readonly max: number;
      readonly one?: string;
      readonly add?: string;
      /** The answer that says how many instances there are. */
      readonly count?: string;
    };

export type ControlNamed<Is extends Control['is']> = Extract<Control, { readonly is: Is }>;

/** The numbers that a field accepts. It also decides how an ambiguous text such as `1,234` is read. */
export type NumberRange = {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly whole?: boolean | undefined;
};

/** Each option's stored value and its label, in the order of the form. */
export type Options = readonly (readonly [value: string, label: string])[];

/** The addresses of pictures, by the value of the option they show. */
export type Pictures = { readonly [value: string]: string | undefined };

/** What the lowest and the highest number of a scale mean. */
export type ScaleEnds = readonly [low: string, high: string];

/** What the app knows by itself about how a form was filled in. */
export type Metadata = 'started' | 'finished' | 'language' | 'appVersion';

/** The kinds of code that a camera can read: https://wicg.github.io/shape-detection-api/#barcodeformat-section */
export type BarcodeFormat =
  | 'aztec'
  | 'code_39'
  | 'code_93'
  | 'code_128'
  | 'codabar'
  | 'data_matrix'
  | 'ean_8'
  | 'ean_13'
  | 'itf'
  | 'pdf417'
  | 'qr_code'
  | 'upc_a'
  | 'upc_e';

/** The value of a control while a person is typing. */
export type ControlValue =
  | string
  | boolean
  | readonly string[]
  | { readonly [part: string]: string | readonly string[] }
  | readonly InstanceValue[]
  | readonly FileReference[];

/** What an instance of a repeat contains while a person is typing. */
export type InstanceValue = {
  readonly id: string;
  readonly values: { readonly [field: string]: ControlValue };
};

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
