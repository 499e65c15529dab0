import { isRecord } from '../values/is-record.ts';
import { oncePer } from '../values/once-per.ts';
import { getOwn } from '../values/own-property.ts';
import { hasRightToLeft } from '../values/tidy-text.ts';
import { answerText } from './answer-text.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import type { Field, Questions } from './field.ts';
import type { FormPages } from './form-pages.ts';

/**
 * Earlier answers in later texts: `How old is {name|this person}?`. After the bar is what to say while there is no
 * answer. Data and not functions, so that texts can be translated, and checked when the form is defined.
 */
const placeholder = /\{([A-Za-z]\w*)\|([^{}|]*)\}/g;

/** The text of an answer by the name of its field or calculated value; `undefined` without one. */
export type TextOf = (name: string) => string | undefined;

/** Puts answers into a text. */
export function fillIn(text: string, textOf: TextOf): string {
  if (!text.includes('{')) return text;
  const rest = text.replace(placeholder, '');
  return text.replace(placeholder, (_, name: string, fallback: string) => {
    const answer = textOf(name);
    return answer ? isolated(answer, rest) : fallback;
  });
}

/** The text for those who must not see an answer, or who read about all of them. */
export function withFallbacks(text: string): string {
  return fillIn(text, () => undefined);
}

/** The names that a text mentions. One without a fallback is just a word in braces, or a mistake. */
export function namesIn(
  text: string,
): readonly { readonly name: string; readonly hasFallback: boolean }[] {
  return [...text.matchAll(/\{([A-Za-z]\w*)(\|[^{}|]*)?\}/g)].map(([, name = '', fallback]) => ({
    name,
    hasFallback: fallback !== undefined,
  }));
}

/**
 * The answers to questions as text. A repeat has no text: a calculated value can say something about it.
 * @param outer of a repeat's instance: the answers around it
 */
export function answersAsText(
  { fields, calculate = {} }: Questions,
  answers: { readonly [name: string]: unknown },
  outer?: TextOf,
): TextOf {
  const known = new Map<string, string | undefined>();
  const textOf: TextOf = (name) => {
    const field = getOwn(fields, name);
    if (field?.instances) return undefined;
    if (field) return shortened(answerText(field, answers[name]));
    if (!Object.hasOwn(calculate, name)) return outer?.(name);
    const value = answers[name];
    return typeof value === 'number' || typeof value === 'string'
      ? shortened(String(value))
      : undefined;
  };
  return (name) => {
    // Hundreds of labels may mention one answer.
    if (!known.has(name)) known.set(name, textOf(name));
    return known.get(name);
  };
}

/** A field with answers in its label, its hint, and the texts of its control. The same field if it has no placeholder. */
export function fillInField(field: Field, textOf: TextOf): Field {
  if (mentionedIn(field).length === 0) return field;
  const { label, hint, control } = field;
  return {
    ...field,
    label: fillIn(label, textOf),
    ...(hint !== undefined && { hint: fillIn(hint, textOf) }),
    control: {
      ...fillInAll(control, textOf),
      ...('text' in control && { text: fillIn(control.text, escaped(textOf)) }),
    },
  };
}

/** Answers as they are put into the Markdown of a note. */
function escaped(textOf: TextOf): TextOf {
  return (name) => {
    const text = textOf(name);
    return text === undefined ? undefined : escapeMarkdown(text);
  };
}

/** The texts of a field that may contain placeholders. */
export function textsOf({ label, hint, control }: Field): readonly string[] {
  return textsIn([label, hint, control]);
}

/** The names that the texts of a field mention. */
export const mentionedIn = oncePer((field: Field): readonly string[] =>
  textsOf(field).flatMap((text) =>
    text.includes('{') ? [...text.matchAll(placeholder)].map(([, name = '']) => name) : [],
  ),
);

/** The names that the headings of a form mention. */
export function mentionedInParts(form: FormPages): readonly string[] {
  const parts = [...(form.pages ?? []), ...(form.sections ?? [])];
  const texts = parts.flatMap(({ title, guidance = '' }) => [title, guidance]);
  return texts.flatMap(namesIn).map((it) => it.name);
}

/** The names that the texts of fields mention, also of those inside repeats. */
export function mentionedInFields(fields: readonly Field[]): readonly string[] {
  return fields.flatMap((field) => [
    ...mentionedIn(field),
    ...(field.instances ? mentionedInFields(Object.values(field.instances.fields)) : []),
  ]);
}

function textsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  if (Array.isArray(part)) return part.flatMap(textsIn);
  return isRecord(part) && !isField(part) ? Object.values(part).flatMap(textsIn) : [];
}

function fillInAll<Part>(part: Part, textOf: TextOf): Part {
  const fill = (it: unknown): unknown => {
    if (typeof it === 'string') return fillIn(it, textOf);
    if (Array.isArray(it)) return it.map(fill);
    if (!isRecord(it) || isField(it)) return it;
    return Object.fromEntries(Object.entries(it).map(([name, value]) => [name, fill(value)]));
  };
  return fill(part) as Part;
}

/** The fields of a repeat are filled in for each instance. */
function isField(part: Readonly<Record<string, unknown>>): boolean {
  return typeof part['parse'] === 'function';
}

/** Characters: a text has room for a name, not for a story. */
const most = 100;

function shortened(answer: string): string {
  const line = answer.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** Keeps an answer in one piece within a text of the other direction. */
function isolated(answer: string, text: string): string {
  return hasRightToLeft(answer) === hasRightToLeft(text) ? answer : `\u2068${answer}\u2069`;
}
