import type { IssueMessages } from './issue-messages.ts';
import type { Entry } from './entry.ts';
import type { AnswerTexts, Control, Field, Options, ScaleEnds } from './field.ts';
import type { Fields } from './answers.ts';
import type { Form } from './define-form.ts';
import { pageId, type FormPages } from './form-pages.ts';
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
  /** By the id of each page: the name of its first field, unless it has another. */
  readonly pages?: PartTranslations;
  /** By the name of each section’s first field. */
  readonly sections?: PartTranslations;
  /** The messages of the form's rules, in their order. */
  readonly rules?: readonly string[];
  readonly calculatedLabels?: { readonly [name: string]: string };
  /** Labels for a receipt's keys and texts on the page. */
  readonly receiptLabels?: { readonly [keyOrText: string]: string };
  thanks?(entry: Pick<Entry, 'answers' | 'derived'>): string | undefined;
  readonly nextStep?: string;
  readonly after?: { readonly link: { readonly label: string } };
  readonly look?: { readonly name: string };
};

type PartTranslations = {
  readonly [id: string]: { readonly title: string; readonly guidance?: string };
};

type FieldTranslation<F> = F extends {
  readonly instances: { readonly fields: infer Fs extends Fields };
}
  ? FieldTexts & RepeatTranslation<Fs>
  : F extends Field<infer Answer>
    ? unknown extends Answer
      ? Partial<FieldTexts> & AnyControlTranslation
      : [Answer] extends [never]
        ? NoteTranslation
        : FieldTexts & ChoiceTranslation<Answer>
    : never;

type RepeatTranslation<Fs extends Fields> = {
  readonly one?: string;
  readonly add?: string;
  readonly fields: { readonly [Name in keyof Fs]: FieldTranslation<Fs[Name]> };
  /** The messages of the repeat's rules, in their order. */
  readonly rules?: readonly string[];
  readonly calculatedLabels?: { readonly [name: string]: string };
};

type NoteTranslation = { readonly label?: string; readonly text: string };

type FieldTexts = {
  readonly label: string;
  readonly hint?: string;
  /** The name of the field in messages; its label in quotes by default. */
  readonly noun?: string;
};

/** The texts of a field's choices: a label for each option, or the statement beside a checkbox. */
type ChoiceTranslation<Answer> = [Answer] extends [boolean]
  ? { readonly statement: string; readonly text?: string }
  : OptionTranslation<Answer extends readonly (infer Value)[] ? Value : Answer>;

/** A label for each option, or for each row and column of a matrix. The answer's type says which options there are. */
type OptionTranslation<Value> = string extends Value
  ? { readonly message?: string }
  : [Extract<Value, string>] extends [never]
    ? Value extends { readonly [row: string]: infer Column extends string }
      ? MatrixTranslation<keyof Value & string, Column>
      : { readonly unit?: string; readonly ends?: ScaleEnds }
    : { readonly options: { readonly [Each in OptionIn<Value>]: string } };

/** An option that asks for a text is the key of its answer. */
type OptionIn<Value> = Value extends string ? Value : keyof Value & string;

type MatrixTranslation<Row extends string, Column extends string> = string extends Column
  ? object
  : {
      readonly rows: { readonly [Each in Row]: string };
      readonly columns: { readonly [Each in Column]: string };
    };

type Labels = { readonly [value: string]: string };

type AnyControlTranslation = {
  readonly statement?: string;
  readonly options?: Labels;
  readonly rows?: Labels;
  readonly columns?: Labels;
  readonly unit?: string;
  readonly ends?: ScaleEnds;
  readonly text?: string;
  readonly message?: string;
  readonly one?: string;
  readonly add?: string;
  readonly fields?: { readonly [name: string]: FieldTranslation<Field> };
  readonly rules?: readonly string[];
  readonly calculatedLabels?: { readonly [name: string]: string };
};

/** Texts of a language that all forms share. */
export type LanguageTexts = Pick<AnswerTexts, 'yes' | 'no' | 'comma'> & {
  /** Such as `ar`. */
  readonly language: string;
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
  const { fields, pages, sections, rules, after, look, ...rest } = translation;
  return {
    ...form,
    ...rest,
    fields: translateFields(form.fields, common, fields),
    ...translateParts(form, { pages, sections }),
    ...(rules && { rules: translateRules(form, rules) }),
    ...(form.look && { look: { ...form.look, ...look } }),
    ...(form.after && { after: { link: { ...form.after.link, ...after?.link } } }),
    issueMessages: common.issueMessages,
    original: form,
  };
}

function translateFields(
  fields: Fields,
  common: LanguageTexts,
  translations: { readonly [name: string]: FieldTranslation<Field> },
): Fields {
  const translated = Object.entries(fields).map(([name, field]) => {
    const translation = getOwn(translations, name);
    return [name, translation ? translateField(field, common, translation) : field] as const;
  });
  return Object.fromEntries(translated);
}

/** With the questions inside, if it is a repeat. */
function translateField(
  field: Field,
  common: LanguageTexts,
  translation: FieldTranslation<Field>,
): Field {
  const { fields = {}, rules, calculatedLabels } = translation;
  const { instances } = field;
  if (!instances) return translateOwnTexts(field, common, translation);
  const inside = instances.withQuestions({
    fields: translateFields(instances.fields, common, fields),
    ...(rules && { rules: translateRules(instances, rules) }),
    ...(calculatedLabels && { calculatedLabels }),
  });
  return translateOwnTexts(inside, common, translation);
}

function translateRules<Rule extends { readonly message: string }>(
  { rules = [] }: { readonly rules?: readonly Rule[] | undefined },
  messages: readonly string[],
): readonly Rule[] {
  return rules.map((rule, i) => ({ ...rule, message: messages[i] ?? rule.message }));
}

function translateParts(
  { pages, sections }: FormPages,
  texts: { readonly [Part in 'pages' | 'sections']: PartTranslations | undefined },
): FormPages {
  return {
    ...(pages && {
      pages: pages.map((page) => ({ ...page, ...getOwn(texts.pages, pageId(page)) })),
    }),
    ...(sections && {
      sections: sections.map((it) => ({ ...it, ...getOwn(texts.sections, pageId(it)) })),
    }),
  };
}

function translateOwnTexts(
  field: Field,
  common: LanguageTexts,
  translation: FieldTranslation<Field>,
): Field {
  const { label = field.label, hint, noun = common.quoted(label), ...texts } = translation;
  const { hint: _, offering, within, instances, ...rest } = field;
  const control = translateControl(field.control, texts, common.language);
  const wording = {
    messages: common.issueMessages,
    noun: 'statement' in control ? control.statement : noun,
    refused: texts.message,
  };
  const answerTexts = {
    ...common,
    number: isolatedNumber,
    options: 'options' in control ? control.options : undefined,
    ...('columns' in control && { rows: control.rows, columns: control.columns }),
    unit: 'unit' in control ? control.unit : undefined,
  };
  return {
    ...rest,
    label,
    ...(hint && { hint }),
    control,
    parse: (value, given) => field.parse(value, given && wording),
    show: (answer) => field.show(answer, answerTexts),
    ...(within && {
      within: (bounds) => translateField(within(bounds), common, translation),
    }),
    ...(offering && {
      offering: (isOffered) => translateField(offering(isOffered), common, translation),
    }),
    ...(instances && {
      instances: {
        ...instances,
        read: (value, exactly, given) => instances.read(value, exactly, given && wording),
        withQuestions: (others) =>
          translateOwnTexts(instances.withQuestions(others), common, translation),
      },
    }),
  };
}

/** Translates the texts that a control has, such as the labels of its options, its statement or its unit. */
function translateControl(
  control: Control,
  { statement, options, rows, columns, unit, ends, text, one, add }: AnyControlTranslation,
  language: string,
): Control {
  return {
    ...control,
    ...('options' in control && { options: translateOptions(control.options, options) }),
    ...('columns' in control && {
      rows: translateOptions(control.rows, rows),
      columns: translateOptions(control.columns, columns),
    }),
    ...('list' in control && { language }),
    ...('statement' in control && statement && { statement }),
    ...('unit' in control && unit && { unit }),
    ...('ends' in control && ends && { ends }),
    ...('text' in control && text && { text }),
    ...(one && { one }),
    ...(add && { add }),
  } as Control;
}

function translateOptions(options: Options, labels: Labels | undefined): Options {
  return options.map(([value, label]) => [value, getOwn(labels, value) ?? label]);
}

/** Keeps a minus sign before its number, even beside a unit in a right-to-left script. */
function isolatedNumber(number: number, decimals?: number): string {
  const digits = decimals === undefined ? String(number) : number.toFixed(decimals);
  return number < 0 ? `\u2066${digits}\u2069` : digits;
}
