import type { Form } from '#core/form.ts';
import { folded } from '../words/folded.ts';
import type { Column } from './columns.ts';
import type { Response } from './response.ts';
import { inTodaysForm, unaskedOf } from './unasked.ts';

/** A response with its words, which are made once and searched often. */
export type Row = {
  readonly response: Response;
  /** By column. */
  readonly words: readonly string[];
  /** What the form does not ask any more, by the name it is stored under. */
  readonly unasked: ReadonlyMap<string, string>;
  readonly searched: string;
};

export function rowOf(form: Form, columns: readonly Column[], told: Response): Row {
  const response = inTodaysForm(form, told);
  const words = columns.map((it) => it.words(response));
  const unasked = unaskedOf(form, response);
  // A line each: what is searched for is not found across two cells.
  return {
    response,
    words,
    unasked,
    searched: [...words, ...unasked.values()].map(folded).join('\n'),
  };
}
