import type { IssueMessages } from './issue-messages.ts';
import type { Entry } from './entry.ts';
import type { AnswerTexts, Control, Field, Options } from './field.ts';
import { defineForm, type Fields, type Form } from './define-form.ts';
import { getOwn } from '../values/own-property.ts';

/**
 * The texts of a form in another language. The compiler reports any that are missing. Names, ids and the values
 * of options are not translated.
 */
export type FormTranslation<F extends { readonly fields: Fields } = Form> = {
  readonly title: string;
  readonly introduction?: string;
  readonly group?: string;
  readonly action: string;
  readonly fields: { readonly [Name in keyof F['fields']]: FieldTranslation<F['fields'][Name]> };
  /** Labels for a receipt's keys and texts on the page. */
  readonly receiptLabels?: { readonly [keyOrText: string]: string };
  thanks?(entry: Pick<Entry, 'answers' | 'derived'>): string | undefined;
  readonly nextStep?: string;
};

type FieldTranslation<F> = {
  readonly label: string;
  readonly hint?: string;
  /** The name of the field in messages; its label in quotes by default. */
  readonly noun?: string;
} & (F extends Field<infer Answer> ? ChoiceTranslation<Answer> : never);

/** The texts of a field's choices: a label for each option, or the statement beside a checkbox. */
type ChoiceTranslation<Answer> = unknown extends Answer
  ? AnyControlTranslation
  : [Answer] extends [boolean]
    ? { readonly statement: string }
    : OptionTranslation<Answer extends readonly (infer Value)[] ? Value : Answer>;

type OptionTranslation<Value> = string extends Value
  ? object
  : [Value] extends [string]
    ? { readonly options: { readonly [Each in Value]: string } }
    : { readonly unit?: string };

type AnyControlTranslation = {
  readonly statement?: string;
  readonly options?: Options;
  readonly unit?: string;
};

/** Texts of a language that all forms share. */
export type LanguageTexts = Pick<AnswerTexts, 'yes' | 'no' | 'comma'> & {
  readonly issueMessages: IssueMessages;
  /** Quotes a label for use within a sentence. */
  readonly quoted: (label: string) => string;
};

/** Translates a form. What it accepts and what it stores do not change. */
export function translateForm(
  form: Form,
  translation: FormTranslation,
  common: LanguageTexts,
): Form {
  const { fields, ...rest } = translation;
  const translated = Object.entries(form.fields).map(([name, field]) => {
    const texts = getOwn(fields, name);
    return [name, texts ? translateField(field, common, texts) : field] as const;
  });
  return {
    ...defineForm(
      { ...form, ...rest, fields: Object.fromEntries(translated) },
      common.issueMessages,
    ),
    original: form,
  };
}

function translateField(
  field: Field,
  common: LanguageTexts,
  { label, hint, noun = common.quoted(label), ...texts }: FieldTranslation<Field>,
): Field {
  const { hint: _, ...rest } = field;
  const control = translateControl(field.control, texts);
  const wording = {
    messages: common.issueMessages,
    noun: 'statement' in control ? control.statement : noun,
  };
  const answerTexts = {
    ...common,
    number: isolatedNumber,
    options: 'options' in control ? control.options : undefined,
    unit: 'unit' in control ? control.unit : undefined,
  };
  return {
    ...rest,
    label,
    ...(hint && { hint }),
    control,
    parse: (value) => field.parse(value, wording),
    show: (answer) => field.show(answer, answerTexts),
  };
}

/** Translates the texts that a control has: the labels of its options, its statement or its unit. */
function translateControl(
  control: Control,
  { statement, options, unit }: AnyControlTranslation,
): Control {
  if ('options' in control) return { ...control, options: { ...control.options, ...options } };
  if ('statement' in control) return { ...control, statement: statement ?? control.statement };
  return unit && 'unit' in control ? { ...control, unit } : control;
}

/** Keeps a minus sign before its number, even beside a unit in a right-to-left script. */
function isolatedNumber(number: number): string {
  return number < 0 ? `\u2066${number}\u2069` : String(number);
}
