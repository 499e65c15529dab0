import type { Control, Options } from '#core/field.ts';
import { tidyLine } from '#core/fields/tidy.ts';
import type { Form } from '#core/form.ts';
import type { desk } from '../words/en/desk.ts';
import type { Range } from './desk-api.ts';
import { folded } from '../words/folded.ts';
import type { Row } from './row.ts';

/** What an owner wants to see: the range is the server's affair, the rest is looked for here. */
export type Filter = {
  readonly range: Range;
  readonly search: string;
  /** By field: the option somebody must have chosen, or `unanswered`. */
  readonly answers: { readonly [field: string]: string };
};

export const noFilter: Filter = { range: {}, search: '', answers: {} };

/** No option: those are the form's own words, and never empty. */
export const unanswered = '';

/** The fields whose answers can be picked from a list, with that list. */
export function pickable(
  { fields }: Form,
  words: typeof desk,
): readonly (readonly [name: string, Options])[] {
  return Object.entries(fields).flatMap(([name, { control }]) => {
    const options = optionsOf(control, words);
    return options ? [[name, options] as const] : [];
  });
}

/** The answers a control lets people choose from, as they are counted. */
export function optionsOf(control: Control, words: typeof desk): Options | undefined {
  if (control.is === 'choice' || control.is === 'choices') return control.options;
  return control.is === 'checkbox' ? { true: words.yes, false: words.no } : undefined;
}

export function matching(rows: readonly Row[], { search, answers }: Filter): readonly Row[] {
  const wanted = folded(tidyLine(search)).split(/\s+/).filter(Boolean);
  const picked = Object.entries(answers);
  if (wanted.length === 0 && picked.length === 0) return rows;
  return rows.filter(
    ({ searched, response }) =>
      wanted.every((it) => searched.includes(it)) &&
      picked.every(([name, option]) => isPicked(response.answers, name, option)),
  );
}

function isPicked(answers: object, name: string, option: string): boolean {
  const answer = (answers as { readonly [field: string]: unknown })[name];
  if (answer === undefined) return option === unanswered;
  if (Array.isArray(answer)) return answer.includes(option);
  return answer === option || (typeof answer === 'boolean' && String(answer) === option);
}

/** How many parts of the filter leave something out. */
export function countActive({ range, answers }: Filter): number {
  return Object.keys(range).length + Object.keys(answers).length;
}
