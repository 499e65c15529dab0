import type { ComplaintWords } from './complaint-words.ts';
import type { Entry } from './entry.ts';
import type { Control, Field, Options } from './field.ts';
import { defineForm, type Fields, type Form } from './form.ts';
import { joined } from './fields/joined.ts';
import { own } from './own.ts';

/**
 * A form's words in another language: all of them, or the compiler says which are missing. Names, ids and
 * the values of options are nobody's language, and stay.
 */
export type FormWords<F extends { readonly fields: Fields } = Form> = {
  readonly title: string;
  readonly introduction?: string;
  readonly action: string;
  readonly fields: { readonly [Name in keyof F['fields']]: FieldWords<F['fields'][Name]> };
  /** How a receipt's keys and texts read on the page. */
  readonly receiptWords?: { readonly [keyOrText: string]: string };
  thanks?(entry: Pick<Entry, 'answers' | 'derived'>): string | undefined;
};

type FieldWords<F> = {
  readonly label: string;
  readonly hint?: string;
  /** How complaints call it; the label in quotes when left out. */
  readonly noun?: string;
} & (F extends Field<infer Answer> ? WordsToChoose<Answer> : never);

/** What is chosen from has words as well: each option by its value, or what a box to tick says. */
type WordsToChoose<Answer> = unknown extends Answer
  ? AnyWords
  : [Answer] extends [boolean]
    ? { readonly statement: string }
    : OptionWords<Answer extends readonly (infer Value)[] ? Value : Answer>;

type OptionWords<Value> = string extends Value
  ? object
  : [Value] extends [string]
    ? { readonly options: { readonly [Each in Value]: string } }
    : { readonly unit?: string };

type AnyWords = {
  readonly statement?: string;
  readonly options?: Options;
  readonly unit?: string;
};

/** What a language says in every form. */
export type CommonWords = {
  readonly complaints: ComplaintWords;
  /** As a label stands in a sentence. */
  readonly quoted: (label: string) => string;
  readonly yes: string;
  readonly no: string;
  /** Between what was chosen, with its space, where it is in no option. */
  readonly comma: string;
};

/** The same form as others read it. What it accepts and what it stores do not change. */
export function inOtherWords(form: Form, words: FormWords, common: CommonWords): Form {
  const { fields, ...rest } = words;
  const translated = Object.entries(form.fields).map(([name, field]) => {
    const its = own(fields, name);
    return [name, its ? fieldInOtherWords(field, common, its) : field] as const;
  });
  return {
    ...defineForm({ ...form, ...rest, fields: Object.fromEntries(translated) }, common.complaints),
    original: form,
  };
}

function fieldInOtherWords(
  field: Field,
  common: CommonWords,
  { label, hint, noun = common.quoted(label), ...its }: FieldWords<Field>,
): Field {
  const { hint: _, ...rest } = field;
  const control = controlInOtherWords(field.control, its);
  const wording = {
    words: common.complaints,
    noun: control.is === 'checkbox' ? control.statement : noun,
  };
  return {
    ...rest,
    label,
    ...(hint && { hint }),
    control,
    parse: (value) => field.parse(value, wording),
    show: (answer) => shown(control, answer, common) ?? field.show(answer),
  };
}

function controlInOtherWords(control: Control, { statement, options, unit }: AnyWords): Control {
  switch (control.is) {
    case 'choice':
    case 'choices':
      return { ...control, options: { ...control.options, ...options } };
    case 'checkbox':
      return { ...control, statement: statement ?? control.statement };
    case 'input':
      return unit && control.unit ? { ...control, unit } : control;
    case 'textarea':
    case 'location':
      return control;
  }
}

/** What was chosen, in the words it was chosen by. */
function shown(control: Control, answer: unknown, { yes, no, comma }: CommonWords) {
  if (control.is === 'choice') return own(control.options, String(answer));
  if (control.is === 'choices' && Array.isArray(answer))
    return joined(
      answer.map((it) => own(control.options, String(it)) ?? String(it)),
      Object.values(control.options),
      comma,
    );
  if (control.is === 'checkbox') return answer === true ? yes : no;
  if (control.is === 'input' && control.unit) return `${signed(answer)} ${control.unit}`;
  return undefined;
}

/** The sign stays before its number, whichever way the unit is written. */
function signed(answer: unknown): string {
  return Number(answer) < 0 ? `\u2066${String(answer)}\u2069` : String(answer);
}
