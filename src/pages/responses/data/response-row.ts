import type { Form } from '#core/form/define-form.ts';
import { entryReference } from '#core/entries/entry-reference.ts';
import { foldText } from '../../../messages/fold-text.ts';
import type { Column } from './response-columns.ts';
import type { Response } from './response.ts';
import { inCurrentForm, unaskedAnswers } from './unasked-answers.ts';

/** A response with its texts, which are built once and searched often. */
export type ResponseRow = {
  readonly response: Response;
  /** In the order of the columns. */
  readonly texts: readonly string[];
  /** Answers to removed questions, by field name. */
  readonly unasked: ReadonlyMap<string, string>;
  readonly searchText: string;
};

export function toResponseRow(
  form: Form,
  columns: readonly Column[],
  stored: Response,
): ResponseRow {
  const response = inCurrentForm(form, stored);
  const texts = columns.map((it) => it.text(response));
  const unasked = unaskedAnswers(form, response);
  // Joined by newlines, so that a search does not match across two cells.
  return {
    response,
    texts,
    unasked,
    searchText: [...texts, ...unasked.values(), entryReference(response.id)]
      .map(foldText)
      .join('\n'),
  };
}
